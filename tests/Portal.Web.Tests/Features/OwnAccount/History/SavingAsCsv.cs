using System.Globalization;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Portal.TestKit.Accounts;
using Portal.TestKit.Web;
using Portal.Web.Audit;
using Portal.Web.Audit.Histories;
using Portal.Web.Export;
using Portal.Web.Tenancy;

namespace Portal.Web.Tests.Features.OwnAccount.History;

public sealed class SavingAsCsv : HistoryTest
{
    [Fact]
    public async Task HIST_3_EX_04_EX_06_TheFileHasTheRowsOfTheScreenAndIsRecorded()
    {
        await RecordAsync(AuditKinds.Locked, Child, App.Time.GetUtcNow().AddMinutes(-2));
        await RecordAsync(AuditKinds.Locked, Sibling);
        await RecordAsync(AuditKinds.PasswordChanged, Child);
        var browser = await SignedInAsync(ChildId);

        var file = await (await browser.GetAsync(Own + "?kind=lock&from=2026-05-01")).Form("form[action$=export]").SubmitAsync("CSVで保存");

        file.ShouldBeOk().ShouldHaveHeader("Content-Type", "text/csv; charset=utf-8").ShouldHaveHeader("Cache-Control", "no-store");
        Uri.UnescapeDataString(file.Headers["Content-Disposition"]).ShouldContain("ログイン履歴_202605131000.csv");
        file.Content[..3].ShouldBe(Encoding.UTF8.GetPreamble());
        Lines(file).ShouldBe(["日時（日本時間）,内容,氏名,ログインID,IPアドレス,ブラウザー,操作した人", $"2026-05-13 09:58:00,ロック,山田 花子,{ChildId},,,"]);
        var recorded = await App.QueryAsync(Tenant, db => db.AuditEvents.SingleAsync(row => row.Kind == ExportEvents.Exported));
        (recorded.SubjectId, recorded.ActorId, recorded.Details)
            .ShouldBe((Child, Child, """{"filter":{"kind":"lock","since":"2026-05-01"},"rows":1,"format":"csv"}"""));
    }

    [Fact]
    public async Task EX_01_EX_02_NamesThatAreFormulasAreHarmless()
    {
        await App.World.Accounts.RenameAsync(Child, "＠b", "=HYPERLINK(\"x\")");
        var browser = await SignedInAsync(ChildId);

        var file = await (await browser.GetAsync(Own)).Form("form[action$=export]").SubmitAsync("CSVで保存");

        Lines(file)[1].ShouldContain(",\"'=HYPERLINK(\"\"x\"\")");
    }

    [Fact]
    public async Task EX_03_ALongFileComesWholeAndInOrder()
    {
        await RecordAsync(AuditKinds.SignedOut, Child, App.Time.GetUtcNow().AddHours(-2), times: 2500);
        var browser = await SignedInAsync(ChildId);

        var file = await (await browser.GetAsync(Own + "?kind=sign-in&sort=at")).Form("form[action$=export]").SubmitAsync("CSVで保存");

        var times = Lines(file).Skip(1).Select(line => line.Split(',')[0]).ToList();
        times.Count.ShouldBe(2501);
        times.ShouldBe(times.Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task EX_04_WhatIsWrittenWhileAFileIsMadeIsNotInIt()
    {
        await RecordManyAsync(Child, 2500);
        var counted = 0;
        CultureInfo.CurrentUICulture = new CultureInfo("ja");
        await App.WithServicesAsync(async services =>
        {
            var tenant = await services.GetRequiredService<TenantCatalog>().FindBySlugAsync(Tenant);
            var order = new HistoryOrder(tenant!, new HistoryScope(HistoryReader.Owner, Child, null),
                new HistoryFilter(null, null, null, OldestFirst: true), "x", "Asia/Tokyo");
            var table = services.GetRequiredService<HistoryExport>().Table(order, rows =>
            {
                counted = rows;
                return Task.CompletedTask;
            });
            var rows = 0;
            await foreach (var _ in table.Rows)
            {
                if (++rows == 1)
                {
                    // Newer than all: it would be read with the last part.
                    App.Time.Advance(TimeSpan.FromSeconds(1));
                    await RecordAsync(AuditKinds.Locked, Child);
                }
            }

            rows.ShouldBe(2500);
        });
        counted.ShouldBe(2500);
    }

    [Fact]
    public async Task EX_06_HIST_4_AManagersFileOfTheContractAndNoChilds()
    {
        await RecordAsync(AuditKinds.Locked, Child);
        await RecordAsync(AuditKinds.Locked, Stranger);
        var parent = await SignedInAsync(ParentId);
        var page = await parent.GetAsync(Everybody + "?kind=lock");

        Lines(await page.Form("form[action$=export]").SubmitAsync("CSVで保存")).Count.ShouldBe(2);

        var token = page.Find("main form input[name=__RequestVerificationToken]").GetAttribute("value")!;
        (await parent.PostAsync(OneOf(Stranger) + "/export", [new("__RequestVerificationToken", token), new("format", "csv")]))
            .ShouldBeNotFound();
        var child = await SignedInAsync(ChildId);
        var own = (await child.GetAsync(Own)).Find("main form input[name=__RequestVerificationToken]").GetAttribute("value")!;
        (await child.PostAsync(Everybody + "/export", [new("__RequestVerificationToken", own), new("format", "csv")])).ShouldBeForbidden();
        (await child.PostAsync(OneOf(Sibling) + "/export", [new("__RequestVerificationToken", own), new("format", "csv")]))
            .ShouldBeNotFound();
        (await child.PostAsync(Own + "/export", [new("__RequestVerificationToken", own), new("format", "exe")])).ShouldBeRefused()
            .ShouldShow("形式を選択してください");
        (await child.PostAsync(Own + "/export?format=csv", [new("__RequestVerificationToken", own), new("from", "nonsense")]))
            .ShouldBeRefused();
    }

    private static IReadOnlyList<string> Lines(PortalPage file) =>
        file.ShouldBeOk().Body.TrimStart('\uFEFF').Split("\r\n", StringSplitOptions.RemoveEmptyEntries);
}
