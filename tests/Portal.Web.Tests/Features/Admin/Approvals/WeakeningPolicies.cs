using Portal.Rules.Approvals;
using Portal.Rules.Delegation;
using Portal.TestKit.Accounts;
using Portal.TestKit.Mail;
using Portal.TestKit.Web;
using Portal.Web.Data.Entities;
using Portal.Web.Tenancy.Profiles;
using Portal.Web.Tests.Features.Admin.TenantPolicies;

namespace Portal.Web.Tests.Features.Admin.Approvals;

/// <summary>
/// Policies that protect less wait for a second person where the profile says so (ADMIN-3, ADMIN-11).
/// </summary>
public sealed class WeakeningPolicies : PolicyTest
{
    private const string List = "/admin/approvals";
    private const string SecondId = "second@portal.test";

    public override async ValueTask InitializeAsync()
    {
        await base.InitializeAsync();
        await App.ChangeProfileAsync(Control, profile => profile with { Approval = new ApprovalProfile([ApprovableActs.WeakerPolicy]) });
    }

    [Fact]
    public async Task ADMIN_11_AWeakerPolicyWaits_AndIsInForceWithTheSecondPersonsWord()
    {
        var second = await SecondAsync();
        var asker = await AdministratorAsync();

        var check = await CheckAsync(asker, "9");
        check.ShouldBeOk().ShouldShow("ほかの人の承認が必要です");
        (await (await check.Form().SubmitAsync("save")).FollowAsync()).ShouldShow("まだ適用していません");

        (await ProfileAsync()).Lockout.Limit.ShouldBe(5);
        (await App.World.ProfileVersions.CountAsync()).ShouldBe(0);
        var request = await OnlyAsync();
        (request.Act, request.State, request.Reason).ShouldBe((ApprovableActs.WeakerPolicy, ApprovalState.Waiting, Why));
        (await EventsAsync("approval-asked")).ShouldHaveSingleItem().Tenant.ShouldBe(Control);
        (await App.MailsAsync(SecondId)).ShouldContain(mail => mail.Text.Contains(Why, StringComparison.Ordinal));

        (await second.GetAsync($"{List}/{request.Id}")).ShouldBeOk().ShouldShow("弱くなります").ShouldShow("5 から 9 へ");
        (await asker.GetAsync($"{List}/{request.Id}/approve")).ShouldBeForbidden();
        (await (await DecideAsync(second, request)).FollowAsync()).ShouldShow("承認し、操作を実行しました");

        (await ProfileAsync()).Lockout.Limit.ShouldBe(9);
        (await App.World.ProfileVersions.CountAsync()).ShouldBe(2);
        (await EventsAsync("tenant-profile-changed")).ShouldHaveSingleItem().Event.ActorName.ShouldBe(SecondId);
        (await EventsAsync("approval-approved")).ShouldHaveSingleItem();
    }

    [Fact]
    public async Task ADMIN_11_WhatIsStronger_OrAsStrong_WaitsForNobody()
    {
        var asker = await AdministratorAsync();

        var check = await CheckAsync(asker, "4");
        check.ShouldNotShow("ほかの人の承認が必要です");
        (await check.Form().SubmitAsync("save")).ShouldRedirectTo(Page);

        (await ProfileAsync()).Lockout.Limit.ShouldBe(4);
        (await App.World.Approvals.CountAsync()).ShouldBe(0);
    }

    [Fact]
    public async Task ADMIN_11_AFileAndAFormerVersion_AskAsWell()
    {
        var staff = await AdministratorAsync();
        (await SaveAsync(await UploadAsync(staff, profile => WithLimit(profile, 3)))).ShouldRedirectTo(Page);
        (await (await SaveAsync(await UploadAsync(staff, profile => WithLimit(profile, 9)))).FollowAsync()).ShouldShow("承認を依頼しました");
        await App.World.Approvals.ClearAsync();

        var revert = (await staff.GetAsync(Page + "/versions/1/revert")).ShouldBeOk().ShouldShow("ほかの人の承認が必要です");
        (await (await revert.Form().Fill("Reason", Why).SubmitAsync()).FollowAsync()).ShouldShow("承認を依頼しました");

        (await ProfileAsync()).Lockout.Limit.ShouldBe(3);
        (await OnlyAsync()).Act.ShouldBe(ApprovableActs.WeakerPolicy);
    }

    [Fact]
    public async Task ADMIN_11_TheRuleItself_IsNotLiftedByOne()
    {
        var staff = await SystemAdministratorAsync();

        (await SaveAsync(await UploadAsync(staff, profile => profile with { Approval = new ApprovalProfile() }))).ShouldRedirectTo(Page);

        (await ProfileAsync()).Approval.Asks(ApprovableActs.WeakerPolicy).ShouldBeTrue();
        var request = await OnlyAsync();
        (await (await SecondAsync()).GetAsync($"{List}/{request.Id}/approve")).ShouldBeForbidden();
    }

    [Fact]
    public async Task ADMIN_11_WhatWasMadeForAnotherState_IsNotApplied_AndTheDeciderIsTold()
    {
        var second = await SecondAsync();
        var asker = await AdministratorAsync();
        await (await CheckAsync(asker, "9")).Form().SubmitAsync("save");
        var request = await OnlyAsync();
        (await (await CheckAsync(asker, "4")).Form().SubmitAsync("save")).ShouldRedirectTo(Page);

        (await (await DecideAsync(second, request)).FollowAsync()).ShouldShow("状況が変わったため、実行できませんでした");

        (await ProfileAsync()).Lockout.Limit.ShouldBe(4);
        (await OnlyAsync()).State.ShouldBe(ApprovalState.NotPossible);
    }

    [Fact]
    public async Task ADMIN_11_OneChangeWaitsAtATime_AndARejectedOneIsNotInForce()
    {
        var second = await SecondAsync();
        var asker = await AdministratorAsync();
        await (await CheckAsync(asker, "9")).Form().SubmitAsync("save");

        (await (await (await CheckAsync(asker, "8")).Form().SubmitAsync("save")).FollowAsync()).ShouldShow("すでに承認を待っています");
        (await (await DecideAsync(second, await OnlyAsync(), "reject")).FollowAsync()).ShouldShow("依頼を却下しました");

        (await ProfileAsync()).Lockout.Limit.ShouldBe(5);
    }

    private Task<PortalBrowser> SecondAsync() => SignedInAsync(SecondId, AccountRole.TenantAdministrator, Control);

    private async Task<ApprovalRequest> OnlyAsync() => (await App.World.Approvals.AskAsync(rows => rows)).ShouldHaveSingleItem();

    private static async Task<PortalPage> CheckAsync(PortalBrowser by, string limit) =>
        await (await by.GetAsync(Page + "/lockout")).ShouldBeOk().Form().Fill("Values[limit]", limit).Fill("Reason", Why)
            .SubmitAsync("check");

    private static async Task<PortalPage> DecideAsync(PortalBrowser by, ApprovalRequest request, string act = "approve") =>
        await (await by.GetAsync($"{List}/{request.Id}/{act}")).ShouldBeOk().Form().Fill("Form.Reason", "確かめました").SubmitAsync();
}
