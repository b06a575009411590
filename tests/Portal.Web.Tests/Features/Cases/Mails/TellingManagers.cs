using System.Net;
using Portal.Rules.Cases;
using Portal.TestKit.Accounts;
using Portal.TestKit.Mail;
using Portal.TestKit.Web;
using Portal.Web.Data.Entities;

namespace Portal.Web.Tests.Features.Cases.Mails;

/// <summary>
/// Where author and followers may not be told, those managers are who see the case; else the desk is told that nobody
/// is (CASE-3, CASE-7).
/// </summary>
public sealed class TellingManagers : CaseTest
{
    private const string Address = "taro@example.jp";
    private const string Unheard = "回答しても、お客さまへのお知らせは届きません";

    [Theory]
    [InlineData(CaseVisibility.Everybody, false, true)]
    [InlineData(CaseVisibility.Managers, true, true)]
    [InlineData(CaseVisibility.Chosen, false, false)]
    [InlineData(CaseVisibility.NobodyElse, false, false)]
    public async Task CASE_7_CASE_6_InPlaceOfAnAuthorWhoIsOff_ManagersAreToldWhoSeeTheCase(CaseVisibility visibility, bool confidential,
        bool told)
    {
        var row = await OpenAsync(confidential: confidential);
        await ShareAsync(visibility);
        await SwitchOffAsync(Author);
        var agent = await AgentAsync();

        var page = (await agent.GetAsync(DeskPathOf(row.Number))).ShouldBeOk();
        page.Text.Contains(Unheard, StringComparison.Ordinal).ShouldBe(!told);
        (await AnswerAsync(page, "一つ目の回答")).ShouldBe(HttpStatusCode.SeeOther);
        (await AnswerAsync(await agent.GetAsync(DeskPathOf(row.Number)), "二つ目の回答")).ShouldBe(HttpStatusCode.SeeOther);
        (await TellTheRestAsync()).ShouldBe(told ? 1 : 0);

        var mails = await App.MailsAsync(Address);
        mails.Count.ShouldBe(told ? 2 : 0);
        mails.ShouldAllBe(mail => mail.Text.Contains("ご契約の管理者にお送りしています。"));
        (await App.World.Mails.CountToAsync(Author)).ShouldBe(0);
        (await App.World.Mails.CountToAsync(Colleague)).ShouldBe(0);
    }

    [Fact]
    public async Task CASE_7_WhileSomebodyOfTheCaseIsTold_ManagersAreNot()
    {
        var row = await OpenAsync();
        await FollowAsync(row, Colleague);
        await SwitchOffAsync(Author);
        var agent = await AgentAsync();

        var page = (await agent.GetAsync(DeskPathOf(row.Number))).ShouldBeOk().ShouldNotShow(Unheard);
        await AnswerAsync(page, "回答です");

        (await App.World.Mails.CountToAsync(Colleague)).ShouldBe(1);
        (await App.World.Mails.CountToAsync(Manager)).ShouldBe(0);
    }

    [Fact]
    public async Task CASE_7_WhatWaitsForADigest_IsNotToldToManagers_OnceTheAuthorIsBack()
    {
        var row = await OpenAsync();
        await SwitchOffAsync(Author);
        var agent = await AgentAsync();
        await AnswerAsync(await agent.GetAsync(DeskPathOf(row.Number)), "一つ目の回答");
        await AnswerAsync(await agent.GetAsync(DeskPathOf(row.Number)), "二つ目の回答");
        await App.World.Accounts.ChangeAsync(Author, user => user.DisabledAt, (DateTimeOffset?)null);

        await TellTheRestAsync();

        (await App.World.Mails.CountToAsync(Manager)).ShouldBe(1);
    }

    private Task SwitchOffAsync(Guid user) => App.World.Accounts.ChangeAsync(user, row => row.DisabledAt, App.Time.GetUtcNow());

    private static async Task<HttpStatusCode> AnswerAsync(PortalPage page, string text) =>
        (await page.Form("form[action$='/answers']").Fill("Text", text).SubmitAsync("回答を送信")).Status;
}
