using System.Globalization;
using System.Net;
using Portal.Rules.Delegation;
using Portal.Rules.TemporaryPasswords;
using Portal.TestKit.Accounts;
using Portal.TestKit.Web;
using Portal.Web.Data.Entities;

namespace Portal.Web.Tests.Features.Admin;

public sealed class ActingOnUsers : StaffTest
{
    private const string LoginId = "N0009001";

    public static TheoryData<string> Acts => ["lockout-release", "temporary-password", "disable", "enable", "end-sessions"];

    [Fact]
    public async Task ADMIN_2_LOCK_4_ALockoutIsReleasedWithOneEventAndOneMail()
    {
        var id = await AddLockedAsync(Control, LoginId);
        var answer = await ActAsync(await AgentAsync(), id, "lockout-release");

        answer.ShouldRedirectTo(PathOf(Control, id));
        (await answer.FollowAsync()).ShouldShow("N0009001のロックを解除しました");
        (await IsLockedAsync(id)).ShouldBeFalse();
        await ShouldHaveOneAsync("released", id);
        (await MailsAsync(id)).ShouldBe(1);
    }

    [Fact]
    public async Task ADMIN_2_WhatIsNotLockedCannotBeReleased()
    {
        var id = await AddAsync();
        var agent = await AgentAsync();
        (await (await ActAsync(agent, id, "lockout-release")).FollowAsync()).ShouldShow("すでに終わっています");
        (await EventsAsync("released")).ShouldBeEmpty();
    }

    [Fact]
    public async Task LOCK_3_AVoidPasswordIsNotReleased()
    {
        var id = await AddVoidAsync(Control, LoginId);
        (await (await ActAsync(await AgentAsync(), id, "lockout-release")).FollowAsync()).ShouldShow("仮パスワードを発行してください");
        (await IsLockedAsync(id)).ShouldBeTrue();
    }

    [Fact]
    public async Task ADMIN_2_DisablingEndsSessionsAndIsRecordedAndTold()
    {
        var id = await AddAsync();
        var user = App.CreateBrowser();
        await user.SignInAsync(Control, LoginId);
        var agent = await AgentAsync();

        (await (await ActAsync(agent, id, "disable")).FollowAsync()).ShouldShow("N0009001のログインを無効にしました").ShouldShow("無効");

        (await user.GetAsync("/t/control/account/password")).Status.ShouldBe(HttpStatusCode.Found);
        (await App.CreateBrowser().TrySignInAsync(Control, LoginId)).ShouldBeRefused();
        await ShouldHaveOneAsync("user-disabled", id);
        (await MailsAsync(id)).ShouldBe(1);
        (await (await ActAsync(agent, id, "disable")).FollowAsync()).ShouldShow("すでに無効です");
        await ShouldHaveOneAsync("user-disabled", id);
    }

    [Fact]
    public async Task ADMIN_2_CG_10_EnablingReleasesNothing()
    {
        var id = await AddLockedAsync(Control, LoginId,
            account => account with { With = user => { account.With!(user); user.DisabledAt = App.Time.GetUtcNow(); } });
        var agent = await AgentAsync();

        (await (await ActAsync(agent, id, "enable")).FollowAsync()).ShouldShow("N0009001のログインを有効にしました").ShouldShow("ロックアウト中");

        (await IsLockedAsync(id)).ShouldBeTrue();
        await ShouldHaveOneAsync("user-enabled", id);
        (await (await ActAsync(agent, id, "enable")).FollowAsync()).ShouldShow("すでに有効です");
    }

    [Fact]
    public async Task AZ_08_TheLastManagerOfAContractIsNotDisabled()
    {
        var last = await new Account(Control, LoginId) { IsManager = true }.AddToAsync(App);
        (await ActAsync(await AgentAsync(), last, "disable")).ShouldBeRefused().ShouldShow("契約C-900001でログインできる最後の管理者");
        (await App.World.Accounts.IsDisabledAsync(last)).ShouldBeFalse();
    }

    [Fact]
    public async Task ADMIN_2_SE_07_AllSessionsEndAtTheNextRequest()
    {
        var id = await AddAsync();
        var (one, two) = (App.CreateBrowser(), App.CreateBrowser());
        await one.SignInAsync(Control, LoginId);
        await two.SignInAsync(Control, LoginId);
        var agent = await AgentAsync();

        (await (await ActAsync(agent, id, "end-sessions")).FollowAsync()).ShouldShow("すべての端末をログアウトさせました");

        (await one.GetAsync("/t/control/account/password")).Status.ShouldBe(HttpStatusCode.Found);
        (await two.GetAsync("/t/control/account/password")).Status.ShouldBe(HttpStatusCode.Found);
        await ShouldHaveOneAsync("session-ended", id);
        (await (await ActAsync(agent, id, "end-sessions")).FollowAsync()).ShouldShow("どの端末でもログインしていません");
    }

    [Fact]
    public async Task ADMIN_2_ADMIN_14_TEMP_2_TR_19_ATemporaryPasswordIsShownOnceAndReplacesTheOldOne()
    {
        var id = await AddLockedAsync(Control, LoginId);
        var agent = await AgentAsync();

        var answer = await ActAsync(agent, id, "temporary-password");
        answer.ShouldRedirectTo(PathOf(Control, id) + "/temporary-password/issued");
        var shown = await answer.FollowAsync();
        var password = shown.Find("main code").TextContent;

        shown.ShouldHaveHeader("Cache-Control", "no-store");
        shown.Find(".p-slip__password").TextContent.ShouldBe(password);
        shown.Find(".p-slip__facts dd").TextContent.ShouldEndWith("/t/control/login");
        (await agent.GetAsync(answer.Location!)).ShouldShow("表示済み").ShouldNotShow(password);
        (await IsLockedAsync(id)).ShouldBeFalse();
        (await App.CreateBrowser().TrySignInAsync(Control, LoginId)).ShouldBeRefused();
        (await App.CreateBrowser().TrySignInAsync(Control, LoginId, password)).ShouldBe(HttpStatusCode.SeeOther);
        var issued = await ShouldHaveOneAsync("temporary-password-issued", id);
        issued.Details.ShouldNotBeNull().ShouldNotContain(password);
        (await App.World.TemporaryPasswords.CountAsync(row => row.UserId == id
            && row.Origin == TemporaryPasswordOrigin.Staff && row.Hash != password)).ShouldBe(1);
    }

    [Fact]
    public async Task TR_18_WhoComesSecondIsToldInsteadOfKillingWhatACollagueHasJustTold()
    {
        var id = await AddAsync();
        var (one, other) = (await AgentAsync(), await AdministratorAsync());
        var path = PathOf(Control, id) + "/temporary-password";
        var (first, second) = (await one.GetAsync(path), await other.GetAsync(path));
        var password = (await (await first.Form().Fill("Form.Reason", "a").SubmitAsync()).FollowAsync()).Find("main code").TextContent;

        var late = await second.Form().Fill("Form.Reason", "b").SubmitAsync();

        late.ShouldBe(HttpStatusCode.Conflict).ShouldShow("別の担当者が仮パスワードを発行しました");
        (await App.World.TemporaryPasswords.CountCurrentAsync(id)).ShouldBe(1);
        await ShouldHaveOneAsync("temporary-password-issued", id, "a");
        (await App.CreateBrowser().TrySignInAsync(Control, LoginId, password)).ShouldBe(HttpStatusCode.SeeOther);
        (await late.Form().Fill("Form.Reason", "b").SubmitAsync()).ShouldRedirectTo(path + "/issued");
    }

    [Fact]
    public async Task TR_18_OfTwoAtOnceOneIsIssued()
    {
        var id = await AddAsync();
        var path = PathOf(Control, id) + "/temporary-password";
        var forms = new[] { await AgentAsync(),
            await AdministratorAsync() }.Select(async browser => (await browser.GetAsync(path)).Form().Fill("Form.Reason", "x"));
        var ready = await Task.WhenAll(forms);

        var answers = await Task.WhenAll(ready.Select(form => form.SubmitAsync()));

        answers.Select(answer => answer.Status).ShouldBe([HttpStatusCode.SeeOther, HttpStatusCode.Conflict], ignoreOrder: true);
        (await App.World.TemporaryPasswords.CountCurrentAsync(id)).ShouldBe(1);
    }

    [Fact]
    public async Task TEMP_2_WhereThePolicyHasNoneByStaffThereIsNoPage()
    {
        var id = await new Account(Security, "taro.cs").AddToAsync(App);
        (await (await AgentAsync()).GetAsync(PathOf(Security, id) + "/temporary-password")).ShouldBeNotFound();
    }

    [Fact]
    public async Task AU_05_TheValueOfATemporaryPasswordStandsNowhere()
    {
        var id = await AddAsync();
        var password = (await (await ActAsync(await AgentAsync(), id, "temporary-password")).FollowAsync()).Find("main code").TextContent;
        (await App.World.Audit.CountMentioningAsync(password)).ShouldBe(0);
        (await App.World.Mails.CountMentioningAsync(password)).ShouldBe(0);
    }

    [Theory]
    [InlineData(Control, "N0009001", "temporary-password")]
    [InlineData(Security, "taro@example.jp.cs", "mfa-reset")]
    public async Task MFA_6_ASessionThatWasFoundOpen_LeadsIntoNobodysAccount(string tenant, string loginId, string act)
    {
        var id = await new Account(tenant, loginId) { Email = "owner@example.jp", HasApp = tenant == Security }.AddToAsync(App);
        var (agent, page) = (await AgentAsync(), $"{PathOf(tenant, id)}/{act}");
        var form = (await agent.GetAsync(page)).ShouldBeOk().Form().Fill("Form.Reason", "本人を確認");
        App.Time.Advance(TimeSpan.FromMinutes(11));

        var proof = "/admin/reauth?next=" + Uri.EscapeDataString(page);
        (await agent.GetAsync(page)).ShouldBe(HttpStatusCode.SeeOther).Location.ShouldBe(proof);
        (await form.SubmitAsync()).ShouldBe(HttpStatusCode.SeeOther).Location!.ShouldStartWith("/admin/reauth");
        (await EventsAsync("temporary-password-issued")).ShouldBeEmpty();
        (await EventsAsync("factor-removed")).ShouldBeEmpty();

        (await (await agent.GetAsync(proof)).ShouldBeOk().Form().Fill("Password", Account.UsualPassword).SubmitAsync())
            .ShouldRedirectTo(page);
        (await agent.GetAsync(page)).ShouldBeOk();
    }

    [Theory]
    [InlineData("contracts/control/{0}/letter/password")]
    [InlineData("imports/control/{0}/passwords")]
    public async Task MFA_6_WhereFirstPasswordsAreIssued_AFreshProofIsAskedFor(string page)
    {
        var path = "/admin/" + string.Format(CultureInfo.InvariantCulture, page, Guid.NewGuid());
        var staff = await AdministratorAsync();
        (await staff.GetAsync(path)).ShouldBeNotFound();
        App.Time.Advance(TimeSpan.FromMinutes(11));
        (await staff.GetAsync(path)).Location!.ShouldStartWith("/admin/reauth");
    }

    [Fact]
    public async Task MFA_6_WhatLeadsIntoNoAccount_AsksForNoProof()
    {
        var id = await AddAsync();
        var agent = await AgentAsync();
        App.Time.Advance(TimeSpan.FromMinutes(11));
        foreach (var act in new[] { "lockout-release", "disable", "enable", "end-sessions" })
        {
            (await agent.GetAsync($"{PathOf(Control, id)}/{act}")).ShouldBeOk();
        }
    }

    [Theory]
    [MemberData(nameof(Acts))]
    public async Task ADMIN_2_EveryActAsksForAReason(string act)
    {
        var id = await AddAsync();
        var answer = await ActAsync(await AgentAsync(), id, act, "");
        answer.ShouldBeRefused().ShouldShow("理由を入力してください");
        answer.Has("main").ShouldBeTrue();
    }

    [Theory]
    [MemberData(nameof(Acts))]
    public async Task AZ_01_NoActReachesAForeignTenant(string act)
    {
        var foreign = await AddLockedAsync(Rental, "R900001", account => account with { Email = "a@rental.example.jp" });
        var own = await AddAsync();
        var agent = await AgentAsync();

        (await agent.GetAsync($"{PathOf(Rental, foreign)}/{act}")).ShouldBeNotFound();
        (await agent.GetAsync($"{PathOf(Control, foreign)}/{act}")).ShouldBeNotFound();
        var form = await agent.GetAsync($"{PathOf(Control, own)}/{act}");
        var token = form.Find("main form input[name=__RequestVerificationToken]").GetAttribute("value")!;
        (await agent.PostAsync($"{PathOf(Rental, foreign)}/{act}", [new("__RequestVerificationToken", token), new("Form.Reason", "x")]))
            .ShouldBeNotFound();
        (await IsLockedAsync(foreign)).ShouldBeTrue();
    }

    [Theory]
    [InlineData("temporary-password")]
    [InlineData("disable")]
    [InlineData("enable")]
    public async Task ADMIN_11_OfTheStaffNobodyIsDisabledOrGivenPasswordsHere(string act)
    {
        var id = await AddStaffAsync("other@portal.test", AccountRole.Agent);
        (await (await SystemAdministratorAsync()).GetAsync($"{PathOf(Staff, id)}/{act}")).ShouldBeNotFound();
    }

    [Fact]
    public async Task ADMIN_11_SystemAdministratorsEndTheSessionsOfColleaguesButSeeNoActOnThemselves()
    {
        var agent = await AgentAsync();
        var system = await SystemAdministratorAsync();
        var (agentId, self) = (await IdOfAsync(AgentId), await IdOfAsync(SystemId));

        (await system.GetAsync(PathOf(Staff, self))).ShouldBeOk().Has("main .p-actions").ShouldBeFalse();
        (await system.GetAsync(PathOf(Staff, self) + "/end-sessions")).ShouldBeNotFound();
        await ActAsync(system, agentId, "end-sessions", tenant: Staff);
        (await agent.GetAsync("/admin/lockouts")).Status.ShouldBe(HttpStatusCode.Found);
    }

    [Fact]
    public async Task AZ_02_ACustomerIsNobodyInTheStaffsRealm()
    {
        var id = await AddAsync();
        var user = App.CreateBrowser();
        await user.SignInAsync(Control, LoginId);
        (await user.GetAsync(PathOf(Control, id))).Status.ShouldBe(HttpStatusCode.Found);
        (await user.GetAsync("/t/control/users")).ShouldBeNotFound();
        (await user.GetAsync("/t/control/lockouts")).ShouldBeNotFound();
        (await user.GetAsync("/t/control/audit")).ShouldBeNotFound();
    }

    private Task<Guid> AddAsync() => new Account(Control, LoginId) { Email = "owner@control.example.jp" }.AddToAsync(App);

    private Task<Guid> IdOfAsync(string loginId) =>
        App.World.Accounts.IdOfAsync(loginId);

    private static async Task<PortalPage> ActAsync(PortalBrowser browser, Guid id, string act, string reason =
        "本人を確認", string tenant = Control) =>
        await (await browser.GetAsync($"{PathOf(tenant, id)}/{act}")).ShouldBeOk().Form().Fill("Form.Reason", reason).SubmitAsync();

    private async Task<AuditEvent> ShouldHaveOneAsync(string kind, Guid subject, string reason = "本人を確認")
    {
        var recorded = (await EventsAsync(kind)).Where(each => each.Event.SubjectId == subject).ShouldHaveSingleItem();
        (recorded.Tenant, recorded.Event.Reason, recorded.Event.ActorName, recorded.Event.ActorKind)
            .ShouldBe((Control, reason, AgentId, ActorKind.Staff));
        return recorded.Event;
    }
}
