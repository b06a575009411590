using Microsoft.Extensions.DependencyInjection;
using Portal.Rules.Approvals;
using Portal.Rules.Delegation;
using Portal.TestKit.Accounts;
using Portal.TestKit.Mail;
using Portal.TestKit.Web;
using Portal.Web.Data;
using Portal.Web.Data.Entities;
using Portal.Web.Domain.Tenants;
using Portal.Web.Jobs;
using Portal.Web.Tenancy.Profiles;

namespace Portal.Web.Tests.Features.Admin.Approvals;

/// <summary>A site is switched off by two persons where its profile says so (ADMIN-10, ADMIN-11).</summary>
public sealed class SuspendingTenants : StaffTest
{
    private const string Page = "/admin/tenants/control";
    private const string List = "/admin/approvals";
    private const string SecondId = "second@portal.test";

    public override async ValueTask InitializeAsync()
    {
        await base.InitializeAsync();
        await App.ChangeProfileAsync(Control, profile => profile with { Approval = new ApprovalProfile([ApprovableActs.SuspendTenant]) });
    }

    [Fact]
    public async Task ADMIN_11_AZ_21_ASiteIsSwitchedOffWithTheSecondPersonsWord()
    {
        var second = await SignedInAsync(SecondId, AccountRole.SystemAdministrator);
        var asker = await SystemAdministratorAsync();
        (await asker.GetAsync(Page + "/suspend")).ShouldShow("ほかの人の承認が必要です");

        (await (await SuspendAsync(asker)).FollowAsync()).ShouldShow("まだ停止していません").ShouldShow("稼働中");

        (await App.CreateBrowser().GetAsync("/t/control/login")).ShouldBeOk();
        (await (await SuspendAsync(asker)).FollowAsync()).ShouldShow("すでに承認を依頼しています");
        var request = await OnlyAsync();
        (await second.GetAsync($"{List}/{request.Id}")).ShouldBeOk().ShouldShow("サイトの停止").ShouldShow("control");
        (await (await DecideAsync(second, request)).FollowAsync()).ShouldShow("承認し、操作を実行しました");
        (await App.CreateBrowser().GetAsync("/t/control/login")).ShouldBeNotFound();
        var happened = (await EventsAsync("tenant-suspended")).ShouldHaveSingleItem();
        (happened.Event.ActorName, happened.Event.Reason).ShouldBe((SecondId, "契約の終了"));
        (await App.MailsAsync(SystemId)).ShouldContain(mail => mail.Text.Contains("承認され、実行されました", StringComparison.Ordinal));
    }

    [Fact]
    public async Task ADMIN_11_ATenantsAdministrator_DoesNotDecide()
    {
        var administrator = await AdministratorAsync();
        await SuspendAsync(await SystemAdministratorAsync());
        var request = await OnlyAsync();

        (await administrator.GetAsync($"{List}/{request.Id}")).ShouldBeOk().ShouldShow("承認する権限がありません");
        (await administrator.GetAsync($"{List}/{request.Id}/approve")).ShouldBeForbidden();
        (await App.MailsAsync(AdministratorId)).ShouldNotContain(mail => mail.Text.Contains("/approvals/", StringComparison.Ordinal));
    }

    [Fact]
    public async Task ADMIN_11_WhatIsOffAlready_IsNotSwitchedOffAgain()
    {
        var second = await SignedInAsync(SecondId, AccountRole.SystemAdministrator);
        await SuspendAsync(await SystemAdministratorAsync());
        await App.World.Tenants.SuspendAsync(Control);

        (await (await DecideAsync(second, await OnlyAsync())).FollowAsync()).ShouldShow("実行できませんでした");

        (await EventsAsync("tenant-suspended")).ShouldBeEmpty();
    }

    [Fact]
    public async Task AZ_21_JobsPassASuspendedSiteBy_AndGoOnWhenItIsResumed()
    {
        await SuspendAsync(await SystemAdministratorAsync());
        await SwitchAsync((tenants, id) => tenants.SuspendAsync(id, "契約の終了"));
        App.Time.Advance(TimeSpan.FromHours(25));

        await App.Services.GetRequiredService<ApprovalRound>().RunOnceAsync(CancellationToken.None);
        (await OnlyAsync()).State.ShouldBe(ApprovalState.Waiting);

        await SwitchAsync((tenants, id) => tenants.ResumeAsync(id, "再契約"));
        await App.Services.GetRequiredService<ApprovalRound>().RunOnceAsync(CancellationToken.None);
        (await OnlyAsync()).State.ShouldBe(ApprovalState.Expired);
    }

    private Task<bool> SwitchAsync(Func<TenantSwitch, Guid, Task<bool>> act) => App.InTenantAsync(Control,
        services => act(services.GetRequiredService<TenantSwitch>(), services.GetRequiredService<TenantScope>().Current));

    private async Task<ApprovalRequest> OnlyAsync() => (await App.World.Approvals.AskAsync(rows => rows)).ShouldHaveSingleItem();

    private static async Task<PortalPage> SuspendAsync(PortalBrowser by) =>
        await (await by.GetAsync(Page + "/suspend")).ShouldBeOk().Form().Fill("Slug", Control).Fill("Reason", "契約の終了").SubmitAsync();

    private static async Task<PortalPage> DecideAsync(PortalBrowser by, ApprovalRequest request) =>
        await (await by.GetAsync($"{List}/{request.Id}/approve")).ShouldBeOk().Form().Fill("Form.Reason", "確かめました").SubmitAsync();
}
