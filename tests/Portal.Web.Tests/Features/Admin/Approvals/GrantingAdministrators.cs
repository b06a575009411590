using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Portal.Rules.Approvals;
using Portal.Rules.Delegation;
using Portal.TestKit.Accounts;
using Portal.TestKit.Mail;
using Portal.TestKit.Web;
using Portal.Web.Data;
using Portal.Web.Data.Entities;
using Portal.Web.Tenancy.Profiles;

namespace Portal.Web.Tests.Features.Admin.Approvals;

/// <summary>Rights of administrators wait for a system administrator where a tenant asks for one (ADMIN-11).</summary>
public sealed class GrantingAdministrators : ApprovalTest
{
    private const string Other = "hanako@portal.test";

    public override async ValueTask InitializeAsync()
    {
        await base.InitializeAsync();
        await App.ChangeProfileAsync(Security, profile => profile with
        {
            Approval = new ApprovalProfile([ApprovableActs.GrantAdministrator], Hours: 2),
        });
    }

    [Fact]
    public async Task ADMIN_11_ARoleOfAnAdministratorWaits_AndASystemAdministratorGrantsIt()
    {
        var id = await AddStaffAsync(Other, AccountRole.Agent, Control, Security);
        var administrator = await AdministratorAsync();

        var answer = await ChangeAsync(administrator, id, "TenantAdministrator");

        (await answer.FollowAsync()).ShouldShow("承認を依頼しました");
        (await RoleAsync(id)).ShouldBe(AccountRole.Agent);
        var row = await OnlyAsync();
        (await administrator.GetAsync($"{List}?view=mine")).ShouldShow("管理者の権限の付与");
        (await administrator.GetAsync(PathOf(row.Id))).ShouldBeOk().ShouldShow("回線コントロール").Has("main a[href$='/approve']").ShouldBeFalse();
        var system = await SystemAdministratorAsync();
        await DecideAsync(system, row.Id, "approve");
        (await RoleAsync(id)).ShouldBe(AccountRole.TenantAdministrator);
        (await EventsAsync("permissions-changed")).ShouldHaveSingleItem().Event.ActorName.ShouldBe(SystemId);
        (await App.MailsAsync(AdministratorId)).ShouldContain(mail => mail.Text.Contains("承認され、実行されました", StringComparison.Ordinal));
    }

    [Fact]
    public async Task ADMIN_11_AnotherTenantAsksForNothing_AndAnAgentIsNoAdministrator()
    {
        var (one, two) = (await AddStaffAsync(Other, AccountRole.Agent, Control), await AddStaffAsync(AgentId, AccountRole.Agent, Control));
        var administrator = await AdministratorAsync();

        await ChangeAsync(administrator, one, "TenantAdministrator");
        (await RoleAsync(one)).ShouldBe(AccountRole.TenantAdministrator);
        await ChangeAsync(administrator, two, "Agent", Security);
        (await App.World.Approvals.CountAsync()).ShouldBe(0);
        await ChangeAsync(administrator, one, "TenantAdministrator", Security);
        (await App.World.Approvals.CountAsync()).ShouldBe(1, "one more tenant to administrate");
    }

    [Theory]
    [InlineData("TenantAdministrator", AccountRole.TenantAdministrator)]
    [InlineData("Agent", AccountRole.Agent)]
    public async Task ADMIN_11_TakingPowerFromASystemAdministrator_WaitsForNobody(string role, AccountRole becomes)
    {
        var id = await AddStaffAsync(Other, AccountRole.SystemAdministrator);

        await ChangeAsync(await SystemAdministratorAsync(), id, role, Security);

        (await RoleAsync(id)).ShouldBe(becomes);
        (await App.World.Approvals.CountAsync()).ShouldBe(0);
    }

    [Fact]
    public async Task ADMIN_11_AnInvitationOfAnAdministratorWaits_AndIsMailedAfterTheApproval()
    {
        var first = await SignedInAsync(SecondId, AccountRole.SystemAdministrator);
        var form = (await first.GetAsync("/admin/staff/new")).Form().Fill("Email", Other).Fill("FamilyName", "鈴木").Fill("GivenName", "花子")
            .Choose("Role", "SystemAdministrator").Fill("Reason", Why);
        (await (await form.SubmitAsync()).FollowAsync()).ShouldShow("承認を依頼しました");
        (await App.MailsAsync(Other)).ShouldBeEmpty();
        var row = await OnlyAsync();
        (await first.GetAsync($"{PathOf(row.Id)}/approve")).ShouldBeForbidden();

        await DecideAsync(await SystemAdministratorAsync(), row.Id, "approve");

        (await App.MailsAsync(Other)).ShouldHaveSingleItem().Text.ShouldContain("/admin/invite/");
        (await App.QueryAsync(Staff, db => db.Users.SingleAsync(user => user.UserName == Other))).Role
            .ShouldBe(AccountRole.SystemAdministrator);
    }

    [Fact]
    public async Task AZ_06_WhoIsToBeGrantedDecidesNothing()
    {
        var id = await AddStaffAsync(Other, AccountRole.Agent, Security);
        await ChangeAsync(await AdministratorAsync(), id, "TenantAdministrator");
        var row = await OnlyAsync();
        await App.InTenantAsync(Staff, async services => (await services.GetRequiredService<PortalDbContext>().Users
            .SingleAsync(user => user.Id == id)).Role = AccountRole.SystemAdministrator);
        var concerned = App.CreateBrowser();
        await concerned.SignInAsync(Staff, Other);

        (await concerned.GetAsync($"{PathOf(row.Id)}/approve")).ShouldBeForbidden();
    }

    [Fact]
    public async Task SAFE_1_ADMIN_11_RightsThatChangedSinceTheyWereAskedFor_AreNotOverwritten()
    {
        var id = await AddStaffAsync(Other, AccountRole.Agent, Security);
        var administrator = await AdministratorAsync();
        await ChangeAsync(administrator, id, "TenantAdministrator");
        await ChangeAsync(administrator, id, "Agent", Control);

        await DecideAsync(await SystemAdministratorAsync(), (await OnlyAsync()).Id, "approve");

        (await RoleAsync(id)).ShouldBe(AccountRole.Agent);
        (await OnlyAsync()).State.ShouldBe(ApprovalState.NotPossible);
    }

    [Fact]
    public async Task AZ_06_WhatMayNotBeGrantedIsNotEvenAskedFor()
    {
        var id = await AddStaffAsync(Other, AccountRole.Agent, Security, Rental);
        (await ChangeAsync(await AdministratorAsync(), id, "TenantAdministrator")).ShouldBe(HttpStatusCode.Forbidden);
        (await App.World.Approvals.CountAsync()).ShouldBe(0);
    }

    private static async Task<PortalPage> ChangeAsync(PortalBrowser by, Guid id, string role, params string[] more)
    {
        var form = (await by.GetAsync($"/admin/staff/{id}/rights")).ShouldBeOk().Form().Choose("Role", role).Fill("Reason", Why);
        return await more.Aggregate(form, (filled, tenant) => filled.Check("Tenants", tenant)).SubmitAsync();
    }

    private Task<AccountRole> RoleAsync(Guid id) =>
        App.QueryAsync(Staff, db => db.Users.Where(row => row.Id == id).Select(row => row.Role).SingleAsync());
}
