using System.Globalization;
using System.Net;
using System.Text;
using Portal.Rules.Cases;
using Portal.TestKit.Accounts;
using Portal.TestKit.Mail;
using Portal.TestKit.Web;
using Portal.Web.Data.Entities;

namespace Portal.Web.Tests.Features.Cases.Batches;

/// <summary>From the upload to what the customers see (ADMIN-5, CASE-2).</summary>
public sealed class OpeningFromAFile : CaseBatchTest
{
    [Fact]
    public async Task ADMIN_5_CASE_2_AFileIsChecked_Confirmed_AndItsCasesOpened_EachWithFile_EventAndMail()
    {
        var agent = await AgentAsync();
        var page = await (await agent.GetAsync("/admin/cases")).ShouldBeOk().ClickAsync($"a[href='{Upload}']");

        var planned = (await (await Filled(page, Both, Zip(Files)).SubmitAsync()).FollowAsync()).ShouldBeOk();

        planned.ShouldShow("2件すべてのケースを作成できます");
        planned.Texts("tbody tr").ShouldBe([
            $"2 {Contract}（{await HolderAsync(Contract)}） {await NameAsync(ManagerId)} 月次レポートの送付 通常 10月のレポート レポートA.txt（13 B）",
            $"3 {Other}（{await HolderAsync(Other)}） {await NameAsync(StrangerId)} 月次レポートの送付 至急 10月のレポート b.txt（13 B）",
        ]);
        (await App.World.Cases.CountAsync()).ShouldBe(0);
        (await App.World.Files.CountAsync(file => file.Owner != null)).ShouldBe(0);

        var waiting = await (await planned.Form("form[action$=confirm]").SubmitAsync()).FollowAsync();
        waiting.ShouldShow("作成待ち").Headers["Refresh"].ShouldBe("5");
        await RoundAsync();

        var done = (await agent.GetAsync(waiting.Address.AbsolutePath)).ShouldBeOk().ShouldShow("2件のケースを作成しました");
        done.Texts("tbody th a").ShouldBe(["CS0000001", "CS0000002"]);
        var cases = await App.World.Cases.AskAsync(rows => rows.OrderBy(row => row.Number));
        cases.Select(row => (row.AuthorId, row.Kind, row.Priority, row.Status, row.AssigneeName)).ShouldBe([
            (Manager, CaseKind.ReportDelivery, CasePriority.Normal, CaseStatus.InProgress, cases[0].AssigneeName),
            (await App.World.Accounts.IdOfAsync(StrangerId), CaseKind.ReportDelivery, CasePriority.Urgent, CaseStatus.InProgress,
                cases[0].AssigneeName),
        ]);
        cases[0].AssigneeId.ShouldBe(await App.World.Accounts.IdOfAsync(AgentId));
        (await App.World.Audit.ListAsync("case-opened", happened => happened.ActorId)).ShouldBe([cases[0].AssigneeId, cases[0].AssigneeId]);
        (await App.World.Audit.CountAsync("cases-uploaded")).ShouldBe(1);
        (await App.World.Audit.CountAsync("cases-confirmed")).ShouldBe(1);
        (await App.World.Audit.ReadAsync("cases-opened", happened => happened.Details)).ShouldBe("""{"source":"cases.csv","cases":2}""");
        (await App.World.Audit.CountAsync("file-attached")).ShouldBe(2);
    }

    [Fact]
    public async Task ADMIN_5_CASE_7_TheCustomersAreTold_SeeTheirOwnCase_AndDownloadItsFile()
    {
        var agent = await AgentAsync();
        var page = await CheckedAsync(agent, Both, Zip(Files));
        await page.Form("form[action$=confirm]").SubmitAsync();
        await RoundAsync();

        var mail = (await App.MailsAsync("taro@example.jp")).Single();
        mail.Text.ShouldContain("レポートA.txt");
        mail.Text.ShouldNotContain("b.txt");
        (await App.MailsAsync("stranger@example.net")).Single().Text.ShouldContain("b.txt");
        (await App.MailsAsync(AgentId)).ShouldContain(
            mail => mail.Subject.Contains("ケースをまとめて作成しました", StringComparison.Ordinal));
        var manager = await SignedInAsync(ManagerId);
        var seen = (await manager.GetAsync(PathOf(1))).ShouldBeOk().ShouldShow("10月分です");
        (await seen.ClickAsync("レポートA.txt")).ShouldBeOk().Body.ShouldBe("レポートA");
        (await manager.GetAsync(PathOf(2))).ShouldBeNotFound();

        var done = (await agent.GetAsync(page.Address.AbsolutePath)).ShouldBeOk();
        (await done.ClickAsync("結果をダウンロード（CSV）")).ShouldBeOk().Body.ShouldContain($"3,{Other},CS0000002,10月のレポート,b.txt");
        (await App.World.ImportParts.ListAsync(part => part.Kind)).ShouldBe([ImportPartKind.Result], "what was planned goes with the end");
    }

    [Fact]
    public async Task ADMIN_5_MoreThanAFormTakes_WithAndWithoutFiles_AndASubjectThatIsThereIsWarnedOf()
    {
        var agent = await AgentAsync();
        await OpenAsync(subject: "報告 02", kind: CaseKind.Other);
        var rows = Enumerable.Range(1, 25).Select(at => string.Create(CultureInfo.InvariantCulture,
            $"{Contract},その他,,報告 {at:00},本文,{(at % 2 == 0 ? "" : $"{at}.txt")}\r\n"));
        var zip = Zip([.. Enumerable.Range(1, 25).Where(at => at % 2 == 1)
            .Select(at => ($"{at}.txt", Bytes(at.ToString(CultureInfo.InvariantCulture))))]);

        var page = await CheckedAsync(agent, Headings + string.Concat(rows), zip);

        page.Texts("tbody a").ShouldBe(["作成済みのケース：CS0000001"]);
        await page.Form("form[action$=confirm]").SubmitAsync();
        await RoundAsync();
        (await App.World.Cases.CountAsync()).ShouldBe(26);
        (await App.World.Files.CountAsync(file => file.Owner != null)).ShouldBe(13);
        (await JobAsync()).Handled.ShouldBe(25);
    }

    [Fact]
    public async Task ADMIN_5_FI_02_NamesOfMacAndWindows_AreFound()
    {
        Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);
        var agent = await AgentAsync();
        var table = Headings + $"{Contract},その他,,一,本文,ガ.TXT\r\n{Contract},その他,,二,本文,表\\予定表.txt\r\n";

        var windows = await CheckedAsync(agent, table, Zip(Encoding.GetEncoding(932), ("ガ.txt", Bytes("1")), ("表/予定表.txt", Bytes("2"))));
        var mac = await CheckedAsync(agent, table, Zip(("カ\u3099.txt", Bytes("1")), ("表/予定表.txt", Bytes("2")),
            ("__MACOSX/._x", Bytes("x")), (".DS_Store", Bytes("x"))));

        windows.Texts("tbody td:last-child").ShouldBe(["ガ.txt（1 B）", "予定表.txt（1 B）"]);
        mac.Texts("tbody td:last-child").ShouldBe(["ガ.txt（1 B）", "予定表.txt（1 B）"]);
    }

    [Fact]
    public async Task ADMIN_5_TheSameFileInTwoFolders_IsOneForEachCase()
    {
        var agent = await AgentAsync();
        var table = Headings + $"{Contract},その他,,件名,本文,1/a.txt\r\n{Other},その他,,件名,本文,2/a.txt\r\n";

        var page = await CheckedAsync(agent, table, Zip(("1/a.txt", Bytes("同じ")), ("2/a.txt", Bytes("同じ"))));
        await page.Form("form[action$=confirm]").SubmitAsync();
        await RoundAsync();

        (await JobAsync()).State.ShouldBe(ImportState.Done);
        (await App.World.Files.CountAsync(file => file.Owner != null)).ShouldBe(2);
        var alike = await SendAsync(agent, table.Replace("1/a.txt", "a.txt", StringComparison.Ordinal),
            Zip(("1/a.txt", Bytes("同じ")), ("2/a.txt", Bytes("同じ"))));
        alike.ShouldBeRefused().Texts("tbody tr")[0].ShouldStartWith("2 ファイル名 この名前のファイルが複数のフォルダーにあります");
    }

    [Fact]
    public async Task ADMIN_5_ATableOfAnotherEncoding_IsRead_AndTheTemplateHasTheColumns()
    {
        Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);
        var agent = await AgentAsync();
        var form = (await agent.GetAsync(Upload)).ShouldBeOk();
        (await form.ClickAsync("一覧のひな形（CSV）")).ShouldBeOk().Body.TrimStart('\uFEFF').ShouldBe(Headings);

        var sent = await form.Form("form[enctype]")
            .Attach("Upload", "一覧.csv", Encoding.GetEncoding(932).GetBytes(Headings + $"{Contract},その他,高,件名,本文,\r\n"), "text/csv")
            .SubmitAsync();

        (await sent.FollowAsync()).ShouldBeOk().ShouldShow("1件すべてのケースを作成できます");
    }

    [Fact]
    public async Task ADMIN_5_CancelledCases_AreNotOpened_AndTheirFilesGo()
    {
        var agent = await AgentAsync();
        var page = await CheckedAsync(agent, Both, Zip(Files));

        (await page.Form("form[action$=cancel]").SubmitAsync()).ShouldRedirectTo(page.Address.AbsolutePath);

        (await App.World.Files.CountAsync(file => file.State == StoredFileState.Leaving)).ShouldBe(2);
        (await App.World.ImportParts.CountAsync()).ShouldBe(0);
        (await (await page.Form("form[action$=confirm]").SubmitAsync()).FollowAsync()).ShouldShow("状態が変わったため");
        await RoundAsync();
        (await App.World.Cases.CountAsync()).ShouldBe(0);
        (await App.World.Audit.CountAsync("cases-cancelled")).ShouldBe(1);
    }

    [Fact]
    public async Task ADMIN_11_AZ_01_OutOfReach_WithoutCases_AndForCustomers_ThereIsNoSuchPage()
    {
        var agent = await AgentAsync();
        var page = await CheckedAsync(agent, Both, Zip(Files));
        var path = page.Address.AbsolutePath;
        (await agent.GetAsync("/admin/cases/rental/many/file")).ShouldBeNotFound();
        (await agent.GetAsync($"{Upload}/{Guid.NewGuid()}")).ShouldBeNotFound();
        (await CraftAsync(agent, "/admin/cases", "/admin/cases/rental/many/file")).ShouldBeNotFound();

        var other = await AgentAsync("other@portal.test", "control");
        foreach (var act in new[] { "", "/result" })
        {
            (await other.GetAsync(path + act)).ShouldBeNotFound();
        }

        (await CraftAsync(other, "/admin/cases", path + "/confirm")).ShouldBeNotFound();
        (await CraftAsync(other, "/admin/cases", path + "/cancel")).ShouldBeNotFound();
        (await JobAsync()).State.ShouldBe(ImportState.Checked);
        var user = await SignedInAsync(ManagerId);
        (await user.GetAsync(path)).Status.ShouldNotBe(HttpStatusCode.OK);
        await App.ChangeProfileAsync(Tenant, profile => profile with { Features = [.. profile.Features.Where(each => each != "cases")] });
        (await agent.GetAsync(Upload)).ShouldBeNotFound();
        (await agent.GetAsync(path)).ShouldBeNotFound();
    }

    private async Task<string> HolderAsync(string number) =>
        (await App.World.Contracts.ReadAsync(row => row.Number == number, row => row.Holder!.Name)).ShouldNotBeNull();

    private async Task<string> NameAsync(string loginId)
    {
        var id = await App.World.Accounts.IdOfAsync(loginId);
        return (await App.World.Accounts.ReadAsync(user => user.Id == id, user => user))!.DisplayName;
    }
}
