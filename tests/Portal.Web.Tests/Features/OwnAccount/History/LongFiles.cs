using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Portal.Rules.Delegation;
using Portal.TestKit.Accounts;
using Portal.TestKit.Mail;
using Portal.TestKit.Web;
using Portal.Web.Data.Entities;
using Portal.Web.Export;

namespace Portal.Web.Tests.Features.OwnAccount.History;

public sealed class LongFiles : HistoryTest
{
    private const string Files = "/t/control/account/exports";

    [Fact]
    public async Task HIST_3_EX_03_AJobMakesALongWorkbookAndAMailBringsItsOwnerBack()
    {
        var browser = await RequestedAsync();
        (await browser.GetAsync(Files)).ShouldShow("順番待ち");
        (await EventsAsync(ExportEvents.ExportRequested, Child)).ShouldBe(1);

        (await RunAsync(App)).ShouldBe(1);

        var page = (await browser.GetAsync(Files)).ShouldShow("完了").ShouldShow("10,002");
        var file = (await page.ClickAsync("tbody a")).ShouldBeOk();
        using (var book = SavingAsWorkbook.Open(file.Content))
        {
            SavingAsWorkbook.Rows(book, 0).Count.ShouldBe(10_003);
        }

        var mail = (await App.MailsAsync("child@control.example.jp"))
            .Single(each => each.Subject.StartsWith("ファイルができました", StringComparison.Ordinal));
        mail.Text.ShouldContain("https://localhost/t/control/account/exports");
        mail.Text.ShouldContain("2026年5月14日");
        (await DetailsOfAsync(ExportEvents.Exported)).ShouldBe("""{"filter":{},"rows":10002,"format":"xlsx"}""");
        (await RunAsync(App)).ShouldBe(0);
    }

    [Fact]
    public async Task EX_05_AZ_20_TheFileIsItsOwnersAloneAndForADay()
    {
        var browser = await RequestedAsync();
        await RunAsync(App);
        var address = $"{Files}/{await JobIdAsync()}/file";
        (await browser.GetAsync(address)).ShouldBeOk();

        (await (await SignedInAsync(ParentId)).GetAsync(address)).ShouldBeNotFound();
        (await App.CreateBrowser().GetAsync(address)).ShouldBe(HttpStatusCode.Found);
        App.Time.Advance(TimeSpan.FromHours(24));
        var later = await SignedInAsync(ChildId);
        (await later.GetAsync(address)).ShouldBeNotFound();
        (await later.GetAsync(Files)).ShouldShow("ファイルはありません");
    }

    [Fact]
    public async Task AZ_20_AManagerWhoIsNoneAnyMoreDoesNotGetTheContractsFile()
    {
        await RecordManyAsync(Child, 10_001);
        var parent = await SignedInAsync(ParentId);
        (await (await parent.GetAsync(Everybody)).Form("form[action$=export]").SubmitAsync("Excelで保存")).ShouldRedirectTo(Files);
        await RunAsync(App);
        var address = $"{Files}/{await JobIdAsync()}/file";
        (await parent.GetAsync(address)).ShouldBeOk();

        await App.World.Accounts.SetRoleAsync(Parent, AccountRole.Member);

        (await parent.GetAsync(address)).ShouldBeNotFound();
    }

    [Fact]
    public async Task EX_03_OneAtATimeAndCancelWorks()
    {
        var browser = await RequestedAsync();
        (await (await browser.GetAsync(Own)).Form("form[action$=export]").SubmitAsync("Excelで保存")).ShouldBeRefused()
            .ShouldShow("作成中のファイルがあります");
        var token = (await browser.GetAsync(Files)).Find("main form input[name=__RequestVerificationToken]").GetAttribute("value")!;
        var sibling = await SignedInAsync(SiblingId);
        var foreign = (await sibling.GetAsync("/t/control/account/data")).Find("main form input[name=__RequestVerificationToken]")
            .GetAttribute("value")!;
        (await sibling.PostAsync($"{Files}/{await JobIdAsync()}/cancel", [new("__RequestVerificationToken", foreign)])).ShouldBeNotFound();

        (await (await browser.GetAsync(Files)).Form("form[action$=cancel]").SubmitAsync()).ShouldRedirectTo(Files);

        (await browser.GetAsync(Files)).ShouldShow("ファイルの作成を取り消しました。").ShouldShow("取り消し済み");
        (await RunAsync(App)).ShouldBe(0);
        (await EventsAsync(ExportEvents.ExportCancelled, Child)).ShouldBe(1);
        (await browser.PostAsync($"{Files}/{await JobIdAsync()}/cancel", [new("__RequestVerificationToken", token)]))
            .ShouldRedirectTo(Files);
        (await (await browser.GetAsync(Own)).Form("form[action$=export]").SubmitAsync("Excelで保存")).ShouldRedirectTo(Files);
    }

    [Fact]
    public async Task EX_05_WhatAKilledNodeBeganAnotherBeginsAnew()
    {
        var browser = await RequestedAsync();
        await App.World.Exports.SetAllRunningAsync(tries: 1, App.Time.GetUtcNow().AddMinutes(1));
        await using var other = App.SecondNode();
        (await RunAsync(other)).ShouldBe(0);
        (await browser.GetAsync(Files)).ShouldShow("作成中").Has("tbody a").ShouldBeFalse();

        App.Time.Advance(TimeSpan.FromMinutes(2));

        (await RunAsync(other)).ShouldBe(1);
        (await browser.GetAsync(Files)).ShouldShow("完了");
    }

    [Fact]
    public async Task EX_05_AJobThatKillsItsNodesEndsVisibly()
    {
        var browser = await RequestedAsync();
        await App.World.Exports.SetAllRunningAsync(tries: 3, App.Time.GetUtcNow().AddMinutes(-1));

        (await RunAsync(App)).ShouldBe(1);

        (await browser.GetAsync(Files)).ShouldShow("失敗").Has("tbody a").ShouldBeFalse();
        (await EventsAsync(ExportEvents.ExportFailed, Child)).ShouldBe(1);
        (await App.MailsAsync("child@control.example.jp"))
            .ShouldContain(mail => mail.Subject.StartsWith("ファイルを作成できませんでした", StringComparison.Ordinal));
    }

    [Fact]
    public async Task OB_04_AFileOfAKindThatNobodyMakesIsSetAsideAndShownAsFailed()
    {
        var browser = await RequestedAsync();
        await App.World.Exports.ChangeAllAsync(job => job.Kind, "stars");

        (await RunAsync(App)).ShouldBe(1);

        (await browser.GetAsync(Files)).ShouldShow("失敗").Has("tbody a").ShouldBeFalse();
        (await App.World.Setbacks.ReadAsync(row => row.NextTryAt == null, row => row.Reason))
            .ShouldBe("There is no source of the kind \"stars\".");
        (await RunAsync(App)).ShouldBe(0);
    }

    [Fact]
    public async Task AZ_20_AFileOfAKindThatNobodyAnswersForIsNobodys()
    {
        var browser = await RequestedAsync();
        await RunAsync(App);
        await App.World.Exports.ChangeAllAsync(job => job.Kind, "stars");

        (await browser.GetAsync($"{Files}/{await JobIdAsync()}/file")).ShouldBeNotFound();
    }

    [Fact]
    public async Task SCALE_2_TwoNodesAtOnceMakeItOnce()
    {
        await RequestedAsync();
        await using var other = App.SecondNode();

        (await Task.WhenAll(RunAsync(App), RunAsync(other))).Sum().ShouldBe(1);

        (await EventsAsync(ExportEvents.Exported, Child)).ShouldBe(1);
    }

    private async Task<PortalBrowser> RequestedAsync()
    {
        await RecordManyAsync(Child, 10_001);
        var browser = await SignedInAsync(ChildId);
        App.Time.Advance(TimeSpan.FromSeconds(1));
        (await (await browser.GetAsync(Own)).Form("form[action$=export]").SubmitAsync("Excelで保存")).ShouldRedirectTo(Files);
        return browser;
    }

    private static Task<int> RunAsync(PortalApp node) =>
        node.Services.GetRequiredService<ExportRunner>().RunOnceAsync(CancellationToken.None);

    private Task<Guid> JobIdAsync() => App.QueryAsync(Tenant, db => db.ExportJobs.Select(job => job.Id).SingleAsync());
}
