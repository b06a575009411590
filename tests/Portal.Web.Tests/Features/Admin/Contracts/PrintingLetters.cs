using System.Net;
using Portal.TestKit.Accounts;
using Portal.TestKit.Files;
using Portal.TestKit.Web;

namespace Portal.Web.Tests.Features.Admin.Contracts;

/// <summary>Start letters are printed again, without a password or with another one (ADMIN-4).</summary>
public sealed class PrintingLetters : ContractTest
{
    [Fact]
    public async Task ADMIN_4_WithoutAPassword_AsOftenAsWanted_EachIsRecorded()
    {
        var id = await AddContractAsync();
        var staff = await AdministratorAsync();

        var page = (await (await staff.GetAsync(PathOfContract(id))).ClickAsync("開通のご案内")).ShouldBeOk();
        page.Find(".p-slip").TextContent.ShouldContain("お渡し済みの仮パスワード");
        var file = (await page.Form("form[action$=pdf]").SubmitAsync()).ShouldBeOk();

        var text = await PdfText.ReadAsync(file.Content);
        Assert.SkipWhen(text is null, "pdftotext is not installed: install poppler-utils.");
        text.ShouldContain(Parent);
        text.ShouldContain("0120-000-101");
        var printed = await EventsAsync("start-letter-printed");
        printed.Count.ShouldBe(2);
        printed.ShouldAllBe(row => row.Event.Details!.Contains("\"withPassword\":false"));
        (await App.World.TemporaryPasswords.CountAsync()).ShouldBe(0);
    }

    [Fact]
    public async Task ADMIN_4_WithAPassword_ANewOneIsIssuedAfterAConfirmation_AndTheFormerIsDead()
    {
        var id = await AddContractAsync();
        var staff = await AdministratorAsync();
        var ask = (await (await staff.GetAsync(PathOfContract(id) + "/letter")).ClickAsync("仮パスワードを再発行して印刷")).ShouldBeOk();

        (await ask.Form().SubmitAsync()).ShouldBeRefused().ShouldShow("理由を入力してください");
        var letter = (await (await ask.Form().Fill("Form.Reason", "紛失").SubmitAsync())
            .ShouldRedirectTo(PathOfContract(id) + "/letter/issued").FollowAsync()).ShouldBeOk();

        var password = letter.Find(".p-slip__password").TextContent;
        (await App.CreateBrowser().TrySignInAsync(Control, Parent, Account.UsualPassword)).ShouldBeRefused();
        (await App.CreateBrowser().TrySignInAsync(Control, Parent, password)).ShouldRedirectTo("/t/control/password/required");
        (await EventsAsync("temporary-password-issued")).ShouldHaveSingleItem().Event.Reason.ShouldBe("紛失");
    }

    [Fact]
    public async Task TR_18_TwoWhoIssueAtOnce_TheSecondIsAskedAgain()
    {
        var id = await AddContractAsync();
        var staff = await AdministratorAsync();
        var first = await staff.GetAsync(PathOfContract(id) + "/letter/password");
        var second = await staff.GetAsync(PathOfContract(id) + "/letter/password");
        await first.Form().Fill("Form.Reason", "紛失").SubmitAsync();

        (await second.Form().Fill("Form.Reason", "紛失").SubmitAsync()).ShouldBe(HttpStatusCode.Conflict).ShouldShow("別の担当者");

        (await App.World.TemporaryPasswords.CountAsync()).ShouldBe(1);
    }

    [Theory]
    [InlineData("/letter")]
    [InlineData("/letter/issued")]
    [InlineData("/letter/password")]
    public async Task AZ_01_AgentsPrintNothing_AndContractsOutOfReachAreNotThere(string page)
    {
        var id = await AddContractAsync();

        (await (await AgentAsync()).GetAsync(PathOfContract(id) + page)).ShouldBeForbidden();
        (await (await AdministratorOfAsync(Rental)).GetAsync(PathOfContract(id) + page)).ShouldBeNotFound();
        (await (await AdministratorAsync()).GetAsync(PathOfContract(Guid.NewGuid()) + page)).ShouldBeNotFound();
    }
}
