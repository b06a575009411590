using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Portal.Rules.Cases;
using Portal.Rules.Delegation;
using Portal.TestKit.Accounts;
using Portal.TestKit.Web;
using Portal.Web.Data;
using Portal.Web.Data.Entities;
using Portal.Web.Domain.Cases;
using Portal.Web.Domain.Cases.Leaving;
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

    [Theory]
    [InlineData("assign")]
    [InlineData("answer")]
    [InlineData("take")]
    [InlineData("open")]
    public async Task ADMIN_5_ACaseThatSomebodyGets_WhileItGoes_IsNobodys(string way)
    {
        var row = await OpenAsync(subject: "行き違い");
        var actor = new CaseActor(CaseSide.Agent, gone, "支援 太郎");
        Task? going = null;

        await App.InTenantAsync(Tenant, async services =>
        {
            var db = services.GetRequiredService<PortalDbContext>();
            switch (way)
            {
                case "assign":
                    await services.GetRequiredService<CaseAssignment>()
                        .AssignAsync(row.Id, actor with { Id = null }, await UserAsync(gone));
                    break;
                case "answer":
                    await services.GetRequiredService<CaseTalk>().CommentAsync(row.Id, actor, "回答です");
                    break;
                case "take":
                    await services.GetRequiredService<CaseMoves>().MoveAsync(row.Id, actor, CaseMove.Take, row.Version);
                    break;
                default:
                    await services.GetRequiredService<CaseOpening>().OpenForAsync(await db.Users.SingleAsync(user => user.Id == Author),
                        actor, new NewCase(CaseKind.Alert, "新しい件", "内容"), CasePriority.Normal);
                    break;
            }

            await db.SaveChangesAsync();
            going = Task.Run(() => GoAsync("disable"));
            await UntilItWaitsAsync(going);
        });
        await going!;

        (await App.World.Accounts.IsDisabledAsync(gone)).ShouldBeTrue();
        (await App.World.Cases.CountAsync(each => each.AssigneeId == gone)).ShouldBe(0);
        (await App.World.Cases.CountAsync(each => each.FormerAssigneeId == gone)).ShouldBe(1);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task ADMIN_5_WhatAJobOpens_IsTheirsWhoAreStillThere(bool hasGone)
    {
        if (hasGone)
        {
            await GoAsync("disable");
        }

        await App.InTenantAsync(Tenant, async services =>
        {
            var db = services.GetRequiredService<PortalDbContext>();
            await services.GetRequiredService<CaseOpening>().OpenForAsync(await db.Users.SingleAsync(user => user.Id == Author),
                new CaseActor(CaseSide.Agent, gone, "支援 太郎"), new NewCase(CaseKind.Alert, "新しい件", "内容"), CasePriority.Normal);
            await db.SaveChangesAsync();
        });

        (await App.World.Cases.CountAsync(each => each.AssigneeId == gone)).ShouldBe(hasGone ? 0 : 1);
        (await App.World.Cases.CountAsync(each => each.AssigneeId == null)).ShouldBe(hasGone ? 1 : 0);
    }

    [Fact]
    public async Task ADMIN_5_WhoIsGoneAMomentBefore_IsGivenNothing()
    {
        var row = await OpenAsync(subject: "行き違い");
        var form = (await agent.GetAsync(DeskPathOf(row.Number))).ShouldBeOk().Form("form[action$='/assignee']")
            .Choose("assignee", $"{gone}");
        Task<PortalPage>? assigning = null;

        await App.InTenantAsync("admin", async services =>
        {
            var db = services.GetRequiredService<PortalDbContext>();
            await services.GetRequiredService<CaseAssignees>().WaitAsync(gone);
            (await db.Users.SingleAsync(user => user.Id == gone)).DisabledAt = App.Time.GetUtcNow();
            await db.SaveChangesAsync();
            assigning = Task.Run(() => form.SubmitAsync());
            await UntilItWaitsAsync(assigning);
        });

        (await (await assigning!).FollowAsync()).ShouldBeOk().ShouldShow("更新されました");
        (await App.World.Cases.CountAsync(each => each.AssigneeId != null)).ShouldBe(0);
    }

    private Task<PortalUser> UserAsync(Guid id) => App.World.Accounts.ReadAsync(id, user => user)!;

    private async Task UntilItWaitsAsync(Task act)
    {
        while (!act.IsCompleted && await App.Database.ReadAsync<long>($"""
            SELECT count(*) FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock'
            """) == 0)
        {
            TestContext.Current.CancellationToken.ThrowIfCancellationRequested();
        }
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
