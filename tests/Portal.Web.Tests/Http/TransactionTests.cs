using System.Net;
using Portal.TestKit.Accounts;
using Portal.TestKit.Web;

namespace Portal.Web.Tests.Http;

public sealed class TransactionTests : HttpTest
{
    [Theory]
    [InlineData(200, 1)]
    [InlineData(422, 1)]
    [InlineData(403, 1)]
    [InlineData(409, 0)]
    [InlineData(500, 0)]
    [InlineData(503, 0)]
    public async Task AU_01_ARefusalIsKept_AConflictAndAFailureAreNot(int status, int rows)
    {
        (await PostAsync(await SignedInAsync(), $"/probe/answer/{status}")).ShouldBe((HttpStatusCode)status);
        (await HoldersAsync("answer")).ShouldBe(rows);
    }

    /// <summary>No error page follows, whose own reading would save it.</summary>
    [Fact]
    public async Task AU_02_WhatAGuardRecords_IsKept_WhereAnActionOpensItsOwnTransactions()
    {
        (await PostAsync(await SignedInAsync(), "/probe/kept-out")).ShouldBe(HttpStatusCode.Forbidden);
        (await EventsAsync("access-denied")).ShouldBe(1);
    }

    [Fact]
    public async Task AU_01_AnExceptionLeavesNothing()
    {
        (await PostAsync(await SignedInAsync(), "/probe/fail")).ShouldBe(HttpStatusCode.InternalServerError);
        (await HoldersAsync("fail")).ShouldBe(0);
    }

    [Fact]
    public async Task FD_05_WhoComesSecond_IsToldSo()
    {
        (await PostAsync(await SignedInAsync(), "/probe/twice")).ShouldBe(HttpStatusCode.Conflict).ShouldShow("ほかの画面で更新されました");
        (await HoldersAsync("first")).ShouldBe(0);
    }

    [Fact]
    public async Task SAFE_2_AFormThatIsSentTwice_WorksOnceAndLeadsToTheSamePlace()
    {
        var browser = await SignedInAsync();
        var form = (await browser.GetAsync(Alpha + "/probe")).Form().Fill("Name", "double");

        var first = await form.SubmitAsync();
        var second = await form.SubmitAsync();

        first.ShouldBe(HttpStatusCode.SeeOther);
        second.ShouldBe(HttpStatusCode.SeeOther).Location.ShouldBe(first.Location);
        (await HoldersAsync("double")).ShouldBe(1);
    }

    [Fact]
    public async Task SAFE_2_EvenAtOnce()
    {
        var browser = await SignedInAsync();
        var form = (await browser.GetAsync(Alpha + "/probe")).Form().Fill("Name", "at once");

        var answers = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => form.SubmitAsync()));

        answers.Select(answer => answer.Location).Distinct().Count().ShouldBe(1);
        answers.ShouldAllBe(answer => answer.Status == HttpStatusCode.SeeOther);
        (await HoldersAsync("at once")).ShouldBe(1);
    }

    [Fact]
    public async Task SAFE_2_AFormThatWasRefused_MayBeCorrectedAndSentAgain()
    {
        var browser = await SignedInAsync();
        var form = (await browser.GetAsync(Alpha + "/probe")).Form().Forge("Number", "none").Fill("Name", "corrected");
        (await form.SubmitAsync()).ShouldBeRefused();

        (await form.Without("Number").SubmitAsync()).ShouldBe(HttpStatusCode.SeeOther);

        (await HoldersAsync("corrected")).ShouldBe(1);
    }

    [Fact]
    public async Task SAFE_2_AnotherUsersFormId_IsNobodysBusiness()
    {
        await new Account("alpha", "other001").AddToAsync(App);
        var mine = await SignedInAsync();
        var theirs = await SignedInAsync(id: "other001");
        var form = (await mine.GetAsync(Alpha + "/probe")).Form().Fill("Name", "mine");
        var id = form.Fields.Single(field => field.Name == "__form").Value;
        (await form.SubmitAsync()).ShouldBe(HttpStatusCode.SeeOther);

        (await (await theirs.GetAsync(Alpha + "/probe")).Form().Forge("__form", id).Fill("Name", "theirs").SubmitAsync())
            .ShouldBe(HttpStatusCode.SeeOther);

        (await HoldersAsync("theirs")).ShouldBe(1);
    }

    private static async Task<PortalPage> PostAsync(PortalBrowser browser, string path)
    {
        var token = (await browser.GetAsync(Alpha + "/probe")).Find("input[name=__RequestVerificationToken]").GetAttribute("value")!;
        return await browser.PostAsync(Alpha + path, [new("__RequestVerificationToken", token)]);
    }
}
