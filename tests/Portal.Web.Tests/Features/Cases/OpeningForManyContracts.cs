using System.Net;
using System.Text;
using Portal.Rules.Cases;
using Portal.TestKit.Accounts;
using Portal.TestKit.Mail;
using Portal.TestKit.Web;

namespace Portal.Web.Tests.Features.Cases;

/// <summary>The desk opens the same case for several contracts, with a file each (ADMIN-5).</summary>
public sealed class OpeningForManyContracts : CaseTest
{
    private const string Many = "/admin/cases/security/many";
    private const string Other = "N900000002";
    private const string Form = "form:has(textarea[name=Table])";
    private const string Both = $"契約番号,ファイル名,件名\n{Contract},a.txt,\n{Other},b.txt,特別なレポート {{month}}\n";

    [Fact]
    public async Task ADMIN_5_CASE_2_ManyAreOpened_EachWithItsFile_EventAndMail()
    {
        var agent = await AgentAsync();
        var page = await (await agent.GetAsync("/admin/cases")).ShouldBeOk().ClickAsync($"a[href='{Many}']");

        var preview = (await Filled(page, Both).SubmitAsync()).ShouldBeOk();
        preview.ShouldShow("2件のケースを作成できます").ShouldShow("10月のレポート（N900000001）").ShouldShow("特別なレポート 10月");
        (await App.World.Cases.CountAsync()).ShouldBe(0);
        var sent = await preview.Form(Form).SubmitAsync("open");

        var done = await sent.FollowAsync();
        done.ShouldBeOk().ShouldShow("2件のケースを作成しました").Texts("tbody th a").ShouldBe(["10月のレポート（N900000001）", "特別なレポート 10月"]);
        (await App.World.Cases.AskAsync(rows => rows.OrderBy(row => row.Number).Select(row => row.AuthorId)))
            .ShouldBe([Manager, await App.World.Accounts.IdOfAsync(StrangerId)]);
        (await App.World.Cases.AskAsync(rows => rows.Select(row => row.Kind)))
            .ShouldBe([CaseKind.ReportDelivery, CaseKind.ReportDelivery]);
        (await App.World.Audit.CountAsync("case-opened")).ShouldBe(2);
        var mail = (await App.MailsAsync("taro@example.jp")).Single();
        mail.Text.ShouldContain("a.txt");
        mail.Text.ShouldNotContain("b.txt");
        (await App.MailsAsync("stranger@example.net")).Single().Text.ShouldContain("b.txt");
        var manager = await SignedInAsync(ManagerId);
        (await manager.GetAsync(PathOf(1))).ShouldBeOk().ShouldShow("a.txt").ShouldShow("N900000001 の 10月 分です");
        (await manager.GetAsync(PathOf(2))).ShouldBeNotFound();
    }

    [Fact]
    public async Task ADMIN_5_ASecondUploadOfTheSame_IsWarnedOf_AlsoWhereItCameInBetween()
    {
        var agent = await AgentAsync();
        var table = $"契約番号\tファイル名\n{Contract}\ta.txt\n";
        var first = await Filled(await agent.GetAsync(Many), table).SubmitAsync();
        var second = await Filled(await agent.GetAsync(Many), table).SubmitAsync();

        (await first.ShouldBeOk().Form(Form).SubmitAsync("open")).Status.ShouldBe(HttpStatusCode.SeeOther);
        var warned = (await second.ShouldBeOk().Form(Form).SubmitAsync("open")).ShouldBeOk();

        warned.ShouldShow("作成済みのケース：CS0000001");
        (await App.World.Cases.CountAsync()).ShouldBe(1);
        (await warned.Form(Form).SubmitAsync("open")).Status.ShouldBe(HttpStatusCode.SeeOther);
        (await App.World.Cases.CountAsync()).ShouldBe(2);
    }

    [Theory]
    [InlineData("契約番号,ファイル名\nN999999999,a.txt\nN900000001,b.txt\n", "この番号の契約がありません")]
    [InlineData("契約番号,ファイル名\nN900000001,a.txt\nN900000002,c.txt\n", "この名前のファイルが添付されていません")]
    [InlineData("契約番号,ファイル名\nN900000001,a.txt\nN900000002,a.txt\n", "同じファイルが複数の行にあります")]
    [InlineData("契約番号,ファイル名\nN900000001,a.txt\nN900000001,b.txt\n", "同じ契約が複数の行にあります")]
    [InlineData("契約番号,ファイル名\nN900000001,a.txt,x\n", "見出しのない列に値があります")]
    [InlineData("契約番号,件名\nN900000001,x\n", "見出しに「契約番号」と「ファイル名」")]
    [InlineData("契約番号,ファイル名\n", "1件以上の契約")]
    [InlineData("", "1件以上の契約")]
    public async Task ADMIN_5_WhatIsWrongInTheTable_IsSaid_AndNothingIsOpened(string table, string said)
    {
        var agent = await AgentAsync();

        var again = (await Filled(await agent.GetAsync(Many), table).Forge("Step", "open").SubmitAsync()).ShouldBeRefused();

        again.ShouldShow(said).Has("[name=Table][aria-invalid=true]").ShouldBeTrue();
        again.Find("textarea[name=Table]").TextContent.Trim().ShouldBe(table.Trim());
        again.Find("input[name=Subject]").GetAttribute("value").ShouldBe("{month}のレポート（{contract}）");
        (await App.World.Cases.CountAsync()).ShouldBe(0);
    }

    [Theory]
    [InlineData("Kind", "WorkRequest")]
    [InlineData("Month", "")]
    [InlineData("Subject", "")]
    [InlineData("Text", " ")]
    public async Task ADMIN_5_WhatIsWrongInTheForm_IsSaidAtItsField(string field, string value)
    {
        var agent = await AgentAsync();

        var again = (await Filled(await agent.GetAsync(Many), Both).Forge(field, value).SubmitAsync()).ShouldBeRefused();

        again.Has($"[name={field}][aria-invalid=true]").ShouldBeTrue();
    }

    [Fact]
    public async Task ADMIN_5_AFileWithoutARow_IsNamed_AndAContractWhereNobodyMayBeIn_IsRefused()
    {
        var agent = await AgentAsync();
        var one = (await Filled(await agent.GetAsync(Many), $"Contract,File\n{Contract},a.txt\n").SubmitAsync()).ShouldBeOk();
        one.ShouldShow("一覧にないファイルは送付されません").ShouldShow("b.txt");

        await App.World.Accounts.DisableAsync(await App.World.Accounts.IdOfAsync(StrangerId));
        (await Filled(await agent.GetAsync(Many), Both).SubmitAsync()).ShouldBeRefused().ShouldShow("ログインできる利用者がいません");
    }

    [Fact]
    public async Task SAFE_2_SentTwice_EachIsOneCase()
    {
        var agent = await AgentAsync();
        var form = (await Filled(await agent.GetAsync(Many), Both).SubmitAsync()).ShouldBeOk().Form(Form);

        var answers = await Task.WhenAll(form.SubmitAsync("open"), form.SubmitAsync("open"));

        answers[0].Location.ShouldBe(answers[1].Location);
        (await App.World.Cases.CountAsync()).ShouldBe(2);
    }

    [Fact]
    public async Task ADMIN_11_AZ_01_OutOfReach_WithoutCases_AndForCustomers_ThereIsNoSuchPage()
    {
        var agent = await AgentAsync();
        (await agent.GetAsync("/admin/cases/rental/many")).ShouldBeNotFound();
        (await agent.GetAsync("/admin/cases/nowhere/many")).ShouldBeNotFound();
        (await CraftAsync(agent, "/admin/cases", "/admin/cases/rental/many", ("Step", "open"))).ShouldBeNotFound();
        (await agent.GetAsync("/admin/cases/opened?ids=security.CS0000001")).ShouldBeNotFound();

        var user = await SignedInAsync(ManagerId);
        (await user.GetAsync(Many)).Status.ShouldNotBe(HttpStatusCode.OK);
        await App.ChangeProfileAsync(Tenant, profile => profile with { Features = [.. profile.Features.Where(each => each != "cases")] });
        (await agent.GetAsync(Many)).ShouldBeNotFound();
    }

    private static PortalForm Filled(PortalPage page, string table) => page.ShouldBeOk().Form(Form)
        .Choose("Kind", nameof(CaseKind.ReportDelivery)).Fill("Month", "10月").Fill("Subject", "{month}のレポート（{contract}）")
        .Fill("Text", "{contract} の {month} 分です").Fill("Table", table)
        .Attach("Files", "a.txt", Encoding.UTF8.GetBytes("レポートA")).Attach("Files", "b.txt", Encoding.UTF8.GetBytes("レポートB"));
}
