using System.Globalization;
using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Localization;
using Portal.Rules.Approvals;
using Portal.Rules.Delegation;
using Portal.TestKit.Accounts;
using Portal.TestKit.Mail;
using Portal.TestKit.Web;
using Portal.Web.Data;
using Portal.Web.Data.Entities;
using Portal.Web.Domain.Approvals;
using Portal.Web.Features.Admin.Approvals;
using Portal.Web.Jobs;
using Portal.Web.Tenancy.Profiles;

namespace Portal.Web.Tests.Features.Admin.Approvals;

/// <summary>A high-risk act is asked for by one person and done by another's word (ADMIN-11).</summary>
public sealed class TwoPersons : ApprovalTest
{
    [Fact]
    public async Task ADMIN_11_NobodyIsAskedForWhatCannotBeDone()
    {
        var manager = await new Account(Security, ManagerId) { Role = AccountRole.Manager, Contract = "N900000001" }.AddToAsync(App);

        var answer = (await (await AgentAsync()).GetAsync($"/admin/users/security/{manager}/mfa-reset"))
            .ShouldRedirectTo($"/admin/users/security/{manager}");
        (await answer.FollowAsync()).ShouldBeOk().ShouldShow("解除する確認方法が登録されていません");

        (await App.World.Approvals.CountAsync()).ShouldBe(0);
    }

    [Fact]
    public async Task ADMIN_11_TheActWaits_WithOneRowOneEventAndMailsToThoseWhoMayDecide()
    {
        var administrator = await AddStaffAsync(AdministratorId, AccountRole.TenantAdministrator, Security);
        await AddStaffAsync("elsewhere@portal.test", AccountRole.Agent, Control);
        var (agent, manager) = (await AgentAsync(), await AddManagerAsync());
        (await agent.GetAsync($"/admin/users/security/{manager}/mfa-reset")).ShouldShow("ほかの人の承認が必要です").ShouldShow("24時間以内");

        var answer = await AskAsync(agent, manager);

        answer.ShouldRedirectTo($"/admin/users/security/{manager}");
        (await answer.FollowAsync()).ShouldShow("まだ実行していません");
        (await HasFactorAsync(manager)).ShouldBeTrue();
        (await EventsAsync("factor-removed")).ShouldBeEmpty();
        var row = await OnlyAsync();
        (row.Act, row.SubjectId, row.Reason, row.RequestedBy, row.State)
            .ShouldBe((ApprovableActs.RemoveManagerFactor, manager, Why, AgentId, ApprovalState.Waiting));
        (row.ExpiresAt - row.RequestedAt).ShouldBe(TimeSpan.FromHours(24));
        var asked = (await EventsAsync("approval-asked")).ShouldHaveSingleItem();
        (asked.Tenant, asked.Event.ActorName, asked.Event.SubjectId, asked.Event.Reason).ShouldBe((Security, AgentId, manager, Why));
        var mail = (await App.MailsAsync(AdministratorId)).ShouldHaveSingleItem();
        mail.Text.ShouldContain($"/admin/approvals/{row.Id}");
        mail.Text.ShouldContain(Why);
        (await App.MailsAsync("elsewhere@portal.test")).ShouldBeEmpty("another tenant's");
        (await App.MailsAsync(AgentId)).ShouldNotContain(each => each.Text.Contains("/approvals/", StringComparison.Ordinal));
        (await MailsAsync(manager)).ShouldBe(0);
        (await MailsAsync(administrator)).ShouldBe(1);
    }

    [Fact]
    public async Task ADMIN_11_AnotherPersonApproves_TheActIsDoneByTheSameDomainAct_BothStandInTheEvents()
    {
        var (agent, manager, request) = await AskedAsync();
        var second = await SecondAsync();
        (await second.GetAsync("/admin")).ShouldShow("承認を待っている操作");
        (await second.GetAsync(List)).ShouldShow("管理者の多要素認証の解除").ShouldShow(AgentId);
        (await second.GetAsync(PathOf(request))).ShouldBeOk().ShouldShow(Why).ShouldShow(ManagerId);

        var answer = await DecideAsync(second, request, "approve");

        answer.ShouldRedirectTo(PathOf(request));
        (await answer.FollowAsync()).ShouldShow("承認し、操作を実行しました").ShouldShow("承認して実行");
        (await HasFactorAsync(manager)).ShouldBeFalse();
        (await StateAsync(request)).ShouldBe(ApprovalState.Approved);
        var removed = (await EventsAsync("factor-removed")).ShouldHaveSingleItem();
        (removed.Tenant, removed.Event.ActorName, removed.Event.Reason).ShouldBe((Security, SecondId, Why));
        var approved = (await EventsAsync("approval-approved")).ShouldHaveSingleItem().Event;
        approved.Reason.ShouldBe("本人と話しました");
        approved.Details!.ShouldContain($"\"requestedBy\":\"{AgentId}\"");
        approved.Details!.ShouldContain($"\"decidedBy\":\"{SecondId}\"");
        (await App.MailsAsync(AgentId)).ShouldContain(mail => mail.Text.Contains("承認され、実行されました", StringComparison.Ordinal));
        (await App.MailsAsync("manager@example.jp")).ShouldHaveSingleItem("the owner is told as ever");
        (await agent.GetAsync($"{List}?view=mine")).ShouldShow("承認して実行");
        (await second.GetAsync("/admin")).ShouldNotShow("承認を待っている操作");
    }

    [Fact]
    public async Task ADMIN_11_Rejected_NothingIsDone_AndTheReasonReachesTheOneWhoAsked()
    {
        var (_, manager, request) = await AskedAsync();

        (await (await DecideAsync(await SecondAsync(), request, "reject", "本人確認ができません")).FollowAsync()).ShouldShow("依頼を却下しました");

        (await HasFactorAsync(manager)).ShouldBeTrue();
        (await StateAsync(request)).ShouldBe(ApprovalState.Rejected);
        (await EventsAsync("approval-rejected")).ShouldHaveSingleItem().Event.Reason.ShouldBe("本人確認ができません");
        (await App.MailsAsync(AgentId)).ShouldContain(mail => mail.Text.Contains("本人確認ができません", StringComparison.Ordinal));
    }

    [Fact]
    public async Task ADMIN_11_ADecisionNeedsAReason()
    {
        var (_, _, request) = await AskedAsync();
        (await DecideAsync(await SecondAsync(), request, "approve", " ")).ShouldBeRefused().ShouldShow("理由を入力してください");
        (await StateAsync(request)).ShouldBe(ApprovalState.Waiting);
    }

    [Fact]
    public async Task ADMIN_11_NobodyDecidesAboutItsOwnRequest()
    {
        var (agent, manager, request) = await AskedAsync();
        var form = (await (await SecondAsync()).GetAsync($"{PathOf(request)}/approve")).Form().Fill("Form.Reason", Why);

        (await agent.GetAsync(PathOf(request))).ShouldBeOk().ShouldShow("自分の依頼は自分では承認できません")
            .Has("main a[href$='/approve']").ShouldBeFalse();
        (await agent.GetAsync($"{PathOf(request)}/approve")).ShouldBeForbidden();
        (await agent.GetAsync($"{PathOf(request)}/reject")).ShouldBeForbidden();
        (await form.SubmitAsync(by: agent)).Status.ShouldNotBe(HttpStatusCode.SeeOther);
        (await HasFactorAsync(manager)).ShouldBeTrue();
        (await StateAsync(request)).ShouldBe(ApprovalState.Waiting);
    }

    [Fact]
    public async Task ADMIN_11_TwoAccountsOfOneAddressAreOnePerson()
    {
        var (_, _, request) = await AskedAsync();
        var second = await SecondAsync();
        await App.InTenantAsync(Staff, async services => (await services.GetRequiredService<PortalDbContext>().Users
            .SingleAsync(row => row.UserName == SecondId)).Email = AgentId.ToUpperInvariant());

        (await second.GetAsync(PathOf(request))).ShouldShow("自分の依頼は自分では承認できません");
        (await second.GetAsync($"{PathOf(request)}/approve")).ShouldBeForbidden();
    }

    [Fact]
    public async Task ADMIN_11_NotEvenTheDatabaseTakesADecisionByTheOneWhoAsked()
    {
        var (_, _, request) = await AskedAsync();
        var error = await Should.ThrowAsync<DbUpdateException>(() => App.InTenantAsync(Security, async services =>
        {
            var db = services.GetRequiredService<PortalDbContext>();
            var row = await db.ApprovalRequests.SingleAsync(each => each.Id == request);
            (row.State, row.DecidedById) = (ApprovalState.Approved, row.RequestedById);
            await db.SaveChangesAsync();
        }));
        error.InnerException!.Message.ShouldContain("CK_ApprovalRequests_TwoPersons");
    }

    [Fact]
    public async Task ADMIN_11_OfTwoWhoApproveAtOnceOneDoesIt_AndItIsDoneOnce()
    {
        var (_, manager, request) = await AskedAsync();
        var (one, two) = (await SecondAsync(), await SystemAdministratorAsync());
        var forms = new[]
        {
            (await one.GetAsync($"{PathOf(request)}/approve")).Form().Fill("Form.Reason", Why),
            (await two.GetAsync($"{PathOf(request)}/approve")).Form().Fill("Form.Reason", Why),
        };

        var answers = await Task.WhenAll(forms.Select(form => Task.Run(() => form.SubmitAsync())));

        answers.ShouldAllBe(answer => answer.Status == HttpStatusCode.SeeOther);
        var pages = await Task.WhenAll(answers.Select(answer => answer.FollowAsync()));
        pages.Count(page => page.Text.Contains("承認し、操作を実行しました", StringComparison.Ordinal)).ShouldBe(1);
        pages.Count(page => page.Text.Contains("すでに決定されたか", StringComparison.Ordinal)).ShouldBe(1);
        (await HasFactorAsync(manager)).ShouldBeFalse();
        (await EventsAsync("approval-approved")).ShouldHaveSingleItem();
        (await EventsAsync("factor-removed")).ShouldHaveSingleItem();
    }

    [Fact]
    public async Task ADMIN_11_WhatChangedMeanwhileIsNotDone_AndIsShownAsNotPossible()
    {
        var (_, manager, request) = await AskedAsync();
        await App.World.AuthenticatorApps.ClearAsync();

        var page = await (await DecideAsync(await SecondAsync(), request, "approve")).FollowAsync();

        page.ShouldShow("実行できませんでした").ShouldShow("承認後に実行できず");
        (await StateAsync(request)).ShouldBe(ApprovalState.NotPossible);
        (await EventsAsync("approval-void")).ShouldHaveSingleItem();
        (await EventsAsync("factor-removed")).ShouldBeEmpty();
        (await App.MailsAsync(AgentId)).ShouldContain(mail => mail.Text.Contains("実行できませんでした", StringComparison.Ordinal));
        (await HasFactorAsync(manager)).ShouldBeFalse();
    }

    [Fact]
    public async Task ADMIN_11_WhatNobodyDecidedEnds_AndCanBeAskedForAnew()
    {
        var (agent, manager, request) = await AskedAsync();
        App.Time.Advance(TimeSpan.FromHours(24));
        var second = await SecondAsync();
        (await (await second.GetAsync($"{PathOf(request)}/approve")).FollowAsync()).ShouldShow("期限が切れています").ShouldShow("期限切れ");

        await App.Services.GetRequiredService<ApprovalRound>().RunOnceAsync(CancellationToken.None);
        await App.Services.GetRequiredService<ApprovalRound>().RunOnceAsync(CancellationToken.None);

        (await StateAsync(request)).ShouldBe(ApprovalState.Expired);
        (await EventsAsync("approval-expired")).ShouldHaveSingleItem().Tenant.ShouldBe(Security);
        await agent.SignInAsync(Staff, AgentId);
        (await (await AskAsync(agent, manager)).FollowAsync()).ShouldShow("承認を依頼しました");
        (await App.World.Approvals.CountAsync()).ShouldBe(2);
    }

    [Fact]
    public async Task ADMIN_11_TheSameIsAskedForOnce()
    {
        var (agent, manager, _) = await AskedAsync();
        (await (await AskAsync(agent, manager)).FollowAsync()).ShouldShow("すでに承認を依頼しています");
        (await EventsAsync("approval-asked")).ShouldHaveSingleItem();
    }

    [Fact]
    public async Task ADMIN_11_AMemberAndATenantThatAsksNobody_NeedNoSecondPerson()
    {
        var agent = await AgentAsync();
        var member = await AddManagerAsync(AccountRole.Member);
        (await (await AskAsync(agent, member)).FollowAsync()).ShouldNotShow("承認を依頼しました");
        (await HasFactorAsync(member)).ShouldBeFalse();
        await App.ChangeProfileAsync(Security, profile => profile with { Approval = new ApprovalProfile() });
        var manager = await AddManagerAsync(AccountRole.Manager, "other@example.jp.cs");
        await AskAsync(agent, manager);
        (await HasFactorAsync(manager)).ShouldBeFalse();
        (await App.World.Approvals.CountAsync()).ShouldBe(0);
    }

    [Fact]
    public async Task AZ_01_ADMIN_11_OutOfReachThereIsNoSuchRequest()
    {
        var (_, _, request) = await AskedAsync();
        var other = await SignedInAsync("elsewhere@portal.test", AccountRole.TenantAdministrator, Control);

        (await other.GetAsync(List)).ShouldBeOk().ShouldNotShow("管理者の多要素認証の解除");
        (await other.GetAsync($"{List}?tenant=security")).ShouldBeNotFound();
        (await other.GetAsync(PathOf(request))).ShouldBeNotFound();
        (await other.GetAsync($"{PathOf(request)}/approve")).ShouldBeNotFound();
        (await other.GetAsync(PathOf(Guid.NewGuid()))).ShouldBeNotFound();
    }

    [Fact]
    public async Task MFA_6_ADMIN_11_ThePasswordIsAskedAgainBeforeADecision()
    {
        var (_, _, request) = await AskedAsync();
        var second = await SecondAsync();
        App.Time.Advance(TimeSpan.FromMinutes(11));
        (await second.GetAsync($"{PathOf(request)}/approve")).Location.ShouldNotBeNull().ShouldStartWith("/admin/reauth");
    }

    [Fact]
    public async Task ADMIN_11_EveryNameOfTheProfileHasOneActAndItsWords() => await App.InTenantAsync(Security, services =>
    {
        var acts = services.GetServices<IApprovableAct>().Select(act => act.Name);
        acts.ShouldBe(ApprovableActs.All, ignoreOrder: true);
        CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo("ja");
        var words = services.GetRequiredService<IStringLocalizer<ApprovalText>>();
        ApprovableActs.All.ShouldAllBe(name => !words["Act." + name].ResourceNotFound);
        return Task.CompletedTask;
    });
}
