using System.Net;
using System.Text;
using Portal.TestKit.Accounts;
using Portal.TestKit.Web;
using Portal.Web.Export.Xlsx;
using Portal.Web.Tests.Features.OwnAccount.History;

namespace Portal.Web.Tests.Features.Admin;

/// <summary>FILE-2: every list of the staff as CSV and as workbook, with the rows and columns of the screen.</summary>
public sealed class SavingStaffLists : StaffTest
{
    [Fact]
    public async Task FILE_2_EX_04_FoundUsersAreAFileOfTheSameRows()
    {
        await new Account(Control, "05011110001") { FamilyName = "山田", GivenName = "花子" }.AddToAsync(App);
        await new Account(Security, "yamada.cs") { FamilyName = "山田", GivenName = "=1+1" }.AddToAsync(App);
        await new Account(Rental, "R900001") { FamilyName = "山田", Email = "a@rental.example.jp" }.AddToAsync(App);
        var page = await (await AgentAsync()).GetAsync("/admin/users?sort=-login&q=" + Uri.EscapeDataString("山田"));

        var lines = Lines(await page.Form("form[action$=export]").SubmitAsync());

        lines[0].ShouldBe("ログインID,氏名,サイト,契約番号,メールアドレス,状態");
        lines.Skip(1).Select(line => line.Split(',')[0]).ShouldBe(page.Texts("tbody th .p-id"));
        lines.Length.ShouldBe(3);
        lines.ShouldContain(line => line.StartsWith("05011110001,山田 花子,回線コントロール,C-900001,", StringComparison.Ordinal));
        var exported = (await EventsAsync("exported")).ShouldHaveSingleItem();
        (exported.Tenant, exported.Event.ActorName).ShouldBe((Staff, AgentId));
        exported.Event.Details.ShouldBe("""{"list":"users","filter":{"q":"山田"},"rows":2}""");
    }

    [Fact]
    public async Task FILE_2_AWorkbookOfUsersKeepsTheZerosOfIds()
    {
        await new Account(Control, "05011110001") { FamilyName = "山田" }.AddToAsync(App);
        var page = await (await AgentAsync()).GetAsync("/admin/users?tenant=control&q=0501");

        var file = await page.Form("form[action$=export]").SubmitAsync("Excelで保存");

        using var book = SavingAsWorkbook.Open(file.ShouldBeOk().ShouldHaveHeader("Content-Type", XlsxDocument.ContentType).Content);
        SavingAsWorkbook.Rows(book, 0).Select(row => row[0]).ShouldBe(["ログインID", "05011110001"]);
        var exported = (await EventsAsync("exported")).ShouldHaveSingleItem();
        exported.Tenant.ShouldBe(Control);
        exported.Event.Details.ShouldNotBeNull().ShouldContain("\"format\":\"xlsx\"");
    }

    [Fact]
    public async Task RX_07_TooLittleIsNoFileEither()
    {
        await new Account(Control, "N0009001").AddToAsync(App);
        var page = await (await AgentAsync()).GetAsync("/admin/users?q=N0009");
        (await page.Form("form[action$=export]").Forge("q", "N").SubmitAsync()).ShouldBe(HttpStatusCode.BadRequest);
        (await page.Form("form[action$=export]").Forge("tenant", Rental).SubmitAsync()).ShouldBeNotFound();
        (await EventsAsync("exported")).ShouldBeEmpty();
    }

    [Fact]
    public async Task FILE_2_ThoseWhoAreLockedAreAFile_WhoseHeadingsNameTheZone()
    {
        await AddLockedAsync(Control, "N0009001");
        await AddLockedAsync(Security, "taro.cs", until: App.Time.GetUtcNow().AddMinutes(10));
        await AddVoidAsync("homephone", "0600000001");
        var page = await (await SystemAdministratorAsync()).GetAsync("/admin/lockouts?sort=login");

        var lines = Lines(await page.Form("form[action$='lockouts/export']").SubmitAsync());

        lines[0].ShouldBe("ログインID,氏名,電話番号,サイト,契約番号,開始（日本時間）,理由,終了（日本時間）");
        lines.Skip(1).Select(line => line.Split(',')[0]).ShouldBe(page.Texts("tbody th .p-id"));
        lines.ShouldContain(line => line.Contains("2026-05-13 09:00:00", StringComparison.Ordinal)
            && line.Contains("198.51.100.7（4回）", StringComparison.Ordinal) && line.EndsWith("自動では解除されません", StringComparison.Ordinal));
        lines.ShouldContain(line => line.EndsWith("パスワード失効", StringComparison.Ordinal));
        (await EventsAsync("exported")).ShouldHaveSingleItem().Event.Details.ShouldBe("""{"list":"lockouts","filter":{},"rows":3}""");
    }

    [Fact]
    public async Task AZ_01_NobodyTakesAForeignListAway()
    {
        await AddLockedAsync(Control, "N0009001");
        var page = await (await AgentAsync()).GetAsync("/admin/lockouts");
        (await page.Form("form[action$='lockouts/export']").Forge("tenant", Rental).SubmitAsync()).ShouldBeNotFound();
        (await EventsAsync("exported")).ShouldBeEmpty();
    }

    private static string[] Lines(PortalPage file)
    {
        file.ShouldBeOk().ShouldHaveHeader("Content-Type", "text/csv; charset=utf-8");
        return Encoding.UTF8.GetString(file.Content.AsSpan(3)).Split("\r\n", StringSplitOptions.RemoveEmptyEntries);
    }
}
