using System.Net;
using Portal.Rules.Cases;
using Portal.TestKit.Mail;
using Portal.TestKit.Web;
using Portal.Web.Data.Entities;

namespace Portal.Web.Tests.Features.Cases;

/// <summary>The desk chooses several cases and does one thing to all of them (ADMIN-5).</summary>
public sealed class ActingOnSeveralCases : CaseTest
{
    private const string Change = "/admin/cases/change";
    private const string Form = "main form[method=post]";

    [Fact]
    public async Task ADMIN_5_SeveralAreAssignedAtOnce_EachWithItsEntryAndEvent_AndTheResultCanBeReadAgain()
    {
        var (one, other) = (await OpenAsync(subject: "一つ目"), await OpenAsync(subject: "二つ目"));
        await OpenAsync(subject: "別の件");
        var agent = await AgentAsync();

        var page = await (await agent.GetAsync("/admin/cases")).Form("main form[action$=change]")
            .Check("ids", Key(one)).Check("ids", Key(other)).SubmitAsync();
        page.ShouldBeOk().ShouldShow("2件のケースをまとめて処理").Texts("tbody th a").ShouldBe(["一つ目", "二つ目"]);
        var me = await App.World.Accounts.IdOfAsync(AgentId);
        var done = await (await page.Form(Form).Choose("Assignee", me.ToString()).SubmitAsync()).FollowAsync();

        done.ShouldBeOk().ShouldShow("2件を変更しました");
        (await App.World.Cases.AskAsync(rows => rows.OrderBy(row => row.Number).Select(row => row.AssigneeName)))
            .ShouldBe(["支援 太郎", "支援 太郎", null]);
        (await App.World.Audit.ListAsync("case-assigned", happened => happened.SubjectName))
            .ShouldBe(["CS0000001", "CS0000002"], ignoreOrder: true);
        (await App.World.CaseEntries.CountAsync(entry => entry.Kind == CaseEntryKind.Assignment)).ShouldBe(2);
        (await agent.GetAsync(done.Address.PathAndQuery)).ShouldShow("2件を変更しました");
        (await agent.GetAsync(done.Address.PathAndQuery.Replace("act=", "act=0", StringComparison.Ordinal))).ShouldShow("2件は変更していません");
    }

    [Fact]
    public async Task ADMIN_5_TheSameAnswerGoesToAll_AndClosedOnesAreSaidBeforehand()
    {
        var (one, other) = (await OpenAsync(), await OpenAsync(status: CaseStatus.InProgress));
        var closed = await OpenAsync(status: CaseStatus.Closed);
        var agent = await AgentAsync();
        var page = (await agent.GetAsync(Address("Answer", one, other, closed))).ShouldBeOk();

        page.ShouldShow("状態が合わないため変更されません：CS0000003").Texts("tbody tr").Count.ShouldBe(2);
        var preview = (await page.Form(Form).Fill("Text", "**復旧**しました").SubmitAsync("preview")).ShouldBeOk();
        preview.Find("strong").TextContent.ShouldBe("復旧");
        (await App.World.CaseEntries.CountAsync(entry => entry.Kind == CaseEntryKind.Comment && entry.Side == CaseSide.Agent)).ShouldBe(0);
        var done = await (await preview.Form(Form).SubmitAsync("solve")).FollowAsync();

        done.ShouldShow("2件を変更しました").ShouldShow("1件は変更していません");
        (await App.World.Cases.AskAsync(rows => rows.OrderBy(row => row.Number).Select(row => row.Status)))
            .ShouldBe([CaseStatus.Resolved, CaseStatus.Resolved, CaseStatus.Closed]);
        await TellTheRestAsync();
        (await App.MailsAsync("hanako@example.jp")).Count(mail => mail.Text.Contains("復旧", StringComparison.Ordinal)).ShouldBe(2);
    }

    [Fact]
    public async Task ADMIN_5_PrioritiesAndTaking_AndWhatSomebodyElseMovedMeanwhileStays()
    {
        var (one, other) = (await OpenAsync(), await OpenAsync());
        var agent = await AgentAsync();
        var priorities = await agent.GetAsync(Address("Prioritise", one, other));
        var urgent = await (await priorities.Form(Form).Choose("Priority", "High").SubmitAsync()).FollowAsync();
        urgent.ShouldShow("2件を変更しました");

        var page = await agent.GetAsync(Address("Take", one, other));
        await (await agent.GetAsync(DeskPathOf(other.Number))).Form("form[action$='/answers']").Fill("Text", "先に回答").SubmitAsync("回答を送信");
        var done = await (await page.Form(Form).SubmitAsync()).FollowAsync();

        done.ShouldShow("1件を変更しました").ShouldShow("1件は変更していません");
        (await App.World.Audit.CountAsync("case-prioritised")).ShouldBe(2);
        (await App.World.Audit.CountAsync("case-moved")).ShouldBe(1);
    }

    [Theory]
    [InlineData("Prioritise", "Priority", "", "優先度を選択してください")]
    [InlineData("Prioritise", "Priority", "9", "優先度を選択してください")]
    [InlineData("Prioritise", "Priority", "x", "優先度を選択してください")]
    [InlineData("Answer", "Text", " ", "内容を入力してください")]
    [InlineData("Answer", "Text", "a\u202eb", "内容に使えない文字が含まれています")]
    public async Task ADMIN_5_WhatCannotBeDone_IsSaidAtTheField(string act, string field, string value, string said)
    {
        var row = await OpenAsync();
        var agent = await AgentAsync();

        var again = (await (await agent.GetAsync(Address(act, row))).Form(Form).Forge(field, value).SubmitAsync()).ShouldBeRefused();

        again.ShouldShow(said).Has($"[name={field}][aria-invalid=true]").ShouldBeTrue();
        (await App.World.CaseEntries.CountAsync()).ShouldBe(1);
    }

    [Fact]
    public async Task ADMIN_5_AnAnswerThatIsTooLongOnceItIsFilledIn_GoesToNone()
    {
        var row = await OpenAsync();
        var agent = await AgentAsync();
        var text = string.Concat(Enumerable.Repeat("{subject}", CaseLimits.Text / "{subject}".Length));

        var again = (await (await agent.GetAsync(Address("Answer", row))).Form(Form).Fill("Text", text).SubmitAsync("まとめて回答を送信"))
            .ShouldBeRefused();

        again.Has("[name=Text][aria-invalid=true]").ShouldBeTrue();
        again.Find("textarea[name=Text]").TextContent.Trim().ShouldBe(text);
        (await App.World.CaseEntries.CountAsync()).ShouldBe(1);
    }

    [Theory]
    [InlineData("ids=security.CS0000001&ids=security.CS0000099")]
    [InlineData("ids=rental.CS0000001")]
    [InlineData("ids=nowhere.CS0000001")]
    [InlineData("ids=security")]
    [InlineData("ids=security.CS0000001.x")]
    [InlineData("ids=security.CS0000001.1.2")]
    [InlineData("ids=")]
    public async Task AZ_01_OneThatIsNotThere_MeansNone(string query)
    {
        await OpenAsync();
        var agent = await AgentAsync();

        (await agent.GetAsync($"{Change}?{query}")).ShouldBeNotFound();
        (await CraftAsync(agent, "/admin/cases", $"{Change}?act=Take&{query}")).ShouldBeNotFound();
        (await agent.GetAsync($"/admin/cases/changed?{query}")).ShouldBeNotFound();
        (await StatusAsync(1)).ShouldBe(CaseStatus.New);
    }

    [Fact]
    public async Task ADMIN_5_AZ_01_NoneChosen_TooMany_AStrangerAsAssignee_AndCustomers()
    {
        var row = await OpenAsync();
        var agent = await AgentAsync();

        (await (await agent.GetAsync(Change)).FollowAsync()).ShouldShow("処理するケースを選択してください");
        var many = string.Concat(Enumerable.Range(1, 21).Select(number => $"&ids=security.{CaseNumber.Of(number)}"));
        (await agent.GetAsync($"{Change}?act=Take{many}")).ShouldBeNotFound();
        var assignees = await agent.GetAsync(Address("Assign", row));
        (await assignees.Form(Form).Forge("Assignee", Author.ToString()).SubmitAsync()).ShouldBeNotFound();
        var user = await SignedInAsync(ManagerId);
        (await user.GetAsync(Address("Take", row))).Status.ShouldNotBe(HttpStatusCode.OK);
        (await App.World.CaseEntries.CountAsync()).ShouldBe(1);
    }

    private static string Key(SupportCase row) => $"security.{CaseNumber.Of(row.Number)}";

    private static string Address(string act, params SupportCase[] rows) =>
        $"{Change}?act={act}{string.Concat(rows.Select(row => $"&ids={Key(row)}"))}";
}
