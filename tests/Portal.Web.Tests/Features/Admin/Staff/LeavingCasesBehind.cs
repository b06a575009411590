using Portal.Rules.Cases;
using Portal.Rules.Delegation;
using Portal.TestKit.Accounts;
using Portal.TestKit.Web;
using Portal.Web.Data.Entities;
using Portal.Web.Tests.Features.Cases;

namespace Portal.Web.Tests.Features.Admin.Staff;

/// <summary>Open cases whose assignee goes: said beforehand, and nobody's afterwards (ADMIN-5, ADMIN-11).</summary>
public sealed class LeavingCasesBehind : CaseTest
{
    private const string GoneId = "gone@portal.test";
    private const string SystemId = "system@portal.test";
    private const string Unassigned = "/admin/cases?view=unassigned";
    private const string Left = "（現在は対応できません）";

    private Guid gone;
    private PortalBrowser agent = null!;
    private PortalBrowser system = null!;

    public override async ValueTask InitializeAsync()
    {
        await base.InitializeAsync();
        agent = await AgentAsync();
        await AgentAsync(GoneId);
        gone = await App.World.Accounts.IdOfAsync(GoneId);
        await new Account("admin", SystemId) { Role = AccountRole.SystemAdministrator, Contract = null, Email = SystemId }.AddToAsync(App);
        system = App.CreateBrowser();
        (await system.SignInAsync("admin", SystemId)).ShouldBeOk();
    }

    [Theory]
    [InlineData("disable")]
    [InlineData("remove")]
    [InlineData("rights")]
    public async Task ADMIN_5_ACaseOfWhoIsGone_IsNobodys_AndSaysSo_UntilItIsGivenToSomebody(string way)
    {
        var row = await AssignedAsync("置き去り");
        (await agent.GetAsync(Unassigned)).ShouldBeOk().Texts("tbody th a").ShouldBeEmpty();
        (await agent.GetAsync(DeskPathOf(row.Number))).ShouldBeOk().ShouldShow("支援 太郎").ShouldNotShow("対応できません");

        await GoAsync(way);

        var queue = (await agent.GetAsync(Unassigned)).ShouldBeOk();
        queue.Texts("tbody th a").ShouldBe(["置き去り"]);
        queue.ShouldShow("支援 太郎" + Left).Texts(".p-tabs__count").ShouldBe(["1", "0", "1", "0", "1"]);
        (await agent.GetAsync(Unassigned + "&sort=subject&q=置き去り")).ShouldBeOk().ShouldShow(Left);
        (await agent.GetAsync("/admin/cases?view=all")).ShouldShow(Left);
        (await agent.GetAsync("/admin")).ShouldBeOk().ShouldShow("担当者のいないケース");
        var page = (await agent.GetAsync(DeskPathOf(row.Number))).ShouldBeOk();
        page.ShouldShow("現在は対応できません").ShouldShow("ほかの担当者を選んでください");

        var me = await App.World.Accounts.IdOfAsync(AgentId);
        await page.Form("form[action$='/assignee']").Choose("assignee", $"{me}").SubmitAsync();
        (await agent.GetAsync(Unassigned)).ShouldBeOk().Texts("tbody th a").ShouldBeEmpty();
        (await agent.GetAsync(DeskPathOf(row.Number))).ShouldNotShow("現在は対応できません");
    }

    [Theory]
    [InlineData(CaseStatus.New, true)]
    [InlineData(CaseStatus.InProgress, true)]
    [InlineData(CaseStatus.AwaitingCustomer, true)]
    [InlineData(CaseStatus.Resolved, true)]
    [InlineData(CaseStatus.Closed, false)]
    public async Task ADMIN_5_WhateverIsOpen_IsNobodys_AndWhatIsClosedStaysAsItWas(CaseStatus status, bool isNobodys)
    {
        await AssignedAsync("置き去り", status);
        await GoAsync("disable");

        (await agent.GetAsync(Unassigned)).ShouldBeOk().Texts("tbody th a").Count.ShouldBe(isNobodys ? 1 : 0);
        var all = (await agent.GetAsync("/admin/cases?view=all")).ShouldBeOk().ShouldShow("支援 太郎");
        all.Texts("tbody td").Any(cell => cell.Contains(Left, StringComparison.Ordinal)).ShouldBe(isNobodys);
    }

    [Fact]
    public async Task ADMIN_5_WhoLooksAfterAllSites_WorksOnItsCasesAgain()
    {
        await AssignedAsync("全部の担当");
        await GoAsync("rights");
        (await agent.GetAsync(Unassigned)).ShouldBeOk().Texts("tbody th a").ShouldBe(["全部の担当"]);

        var form = (await system.GetAsync($"/admin/staff/{gone}/rights")).ShouldBeOk().Form();
        await form.Choose("Role", nameof(AccountRole.SystemAdministrator)).Fill("Reason", "昇格").SubmitAsync();
        (await agent.GetAsync(Unassigned)).ShouldBeOk().Texts("tbody th a").ShouldBeEmpty();
    }

    [Fact]
    public async Task ADMIN_5_WhoComesBack_HasItsCasesAgain_ButNotThoseThatWereTakenMeanwhile()
    {
        var (kept, taken) = (await AssignedAsync("そのまま"), await AssignedAsync("引き取った件"));
        await GoAsync("disable");
        var answer = (await agent.GetAsync(DeskPathOf(taken.Number))).ShouldBeOk().Form("form[action$='/answers']");
        await answer.Fill("Text", "代わりに回答します。").SubmitAsync();

        await (await system.GetAsync($"/admin/staff/{gone}/enable")).ShouldBeOk().Form().Fill("Form.Reason", "復帰").SubmitAsync();

        (await App.World.Cases.ReadAsync(row => row.Id == kept.Id, row => row.AssigneeId)).ShouldBe(gone);
        (await App.World.Cases.ReadAsync(row => row.Id == kept.Id, row => row.FormerAssigneeId)).ShouldBeNull();
        (await agent.GetAsync(DeskPathOf(kept.Number))).ShouldBeOk().ShouldShow("支援 太郎").ShouldNotShow("現在は対応できません");
        var me = await App.World.Accounts.IdOfAsync(AgentId);
        (await App.World.Cases.ReadAsync(row => row.Id == taken.Id, row => row.AssigneeId)).ShouldBe(me, "who answers takes it");
    }

    [Fact]
    public async Task ADMIN_5_WhatIsLeft_CanBeGivenToNobody_AndIsNotItsFormerAssigneesAnyMore()
    {
        var row = await AssignedAsync("置き去り");
        await GoAsync("remove");

        var page = (await agent.GetAsync(DeskPathOf(row.Number))).ShouldBeOk();
        await page.Form("form[action$='/assignee']").Choose("assignee", "").SubmitAsync();

        (await agent.GetAsync(Unassigned)).ShouldBeOk().ShouldNotShow(Left).Texts("tbody th a").ShouldBe(["置き去り"]);
        (await App.World.Cases.ReadAsync(each => each.Id == row.Id, each => each.AssigneeName)).ShouldBeNull();
    }

    [Fact]
    public async Task ADMIN_11_WhatIsLeftAlready_IsSaidBeforeTheAccountIsRemoved()
    {
        await AssignedAsync("一つ目");
        await GoAsync("disable");

        (await system.GetAsync($"/admin/staff/{gone}/remove?culture=ja")).ShouldBeOk().ShouldShow("未完了のケースを1件担当しています");
    }

    [Theory]
    [InlineData("disable")]
    [InlineData("remove")]
    [InlineData("rights")]
    public async Task ADMIN_11_WhatStaysBehind_IsSaidBeforehand_WithTheWayToIt(string way)
    {
        await AssignedAsync("一つ目");
        (await system.GetAsync($"/admin/staff/{gone}/{way}?culture=en")).ShouldBeOk()
            .ShouldShow("1 open case is assigned to this person");
        await AssignedAsync("二つ目", CaseStatus.AwaitingCustomer);
        await AssignedAsync("終わった件", CaseStatus.Closed);
        await OpenAsync(subject: "ほかの人の件");

        var page = (await system.GetAsync($"/admin/staff/{gone}/{way}?culture=ja")).ShouldBeOk();

        page.ShouldShow("未完了のケースを2件担当しています").ShouldShow("「担当者なし」");
        var list = (await page.ClickAsync("担当中のケースを見る")).ShouldBeOk();
        list.Texts("tbody th a").ShouldBe(["一つ目", "二つ目"], ignoreOrder: true);
        list.Texts(".p-chip").ShouldHaveSingleItem().ShouldContain("支援 太郎");
    }

    [Fact]
    public async Task ADMIN_11_WhoHasNoOpenCase_AndWhoIsSwitchedOnAgain_IsAskedWithoutAWarning()
    {
        await AssignedAsync("終わった件", CaseStatus.Closed);
        (await system.GetAsync($"/admin/staff/{gone}/disable")).ShouldBeOk().ShouldNotShow("未完了のケース");
        await AssignedAsync("一つ目");
        await GoAsync("disable");
        (await system.GetAsync($"/admin/staff/{gone}/enable")).ShouldBeOk().ShouldNotShow("未完了のケース");
    }

    private async Task<SupportCase> AssignedAsync(string subject, CaseStatus status = CaseStatus.InProgress)
    {
        var row = await OpenAsync(subject: subject, status: status);
        await App.World.Cases.ChangeAsync(each => each.Id == row.Id, each => each.AssigneeId, gone);
        await App.World.Cases.ChangeAsync(each => each.Id == row.Id, each => each.AssigneeName, "支援 太郎");
        return row;
    }

    private async Task GoAsync(string way)
    {
        var form = (await system.GetAsync($"/admin/staff/{gone}/{way}")).ShouldBeOk().Form();
        form = way == "rights"
            ? form.Choose("Role", nameof(AccountRole.Agent)).Uncheck("Tenants", Tenant).Check("Tenants", "rental").Fill("Reason", "異動")
            : form.Fill("Form.Reason", "退職");
        (await form.SubmitAsync()).Location.ShouldNotBeNull();
    }
}
