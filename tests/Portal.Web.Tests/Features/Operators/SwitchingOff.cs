using System.Net;
using Microsoft.Extensions.DependencyInjection;
using Portal.Rules.Delegation;
using Portal.TestKit.Accounts;
using Portal.TestKit.Web;
using Portal.Web.Data;
using Portal.Web.Domain.Accounts.Access;
using Portal.Web.Domain.Accounts.Delegation;
using Portal.Web.Tenancy;

namespace Portal.Web.Tests.Features.Operators;

public sealed class SwitchingOff : OperatorsTest
{
    private static async Task<PortalPage> DoAsync(PortalBrowser parent, Guid id, string act) =>
        await (await parent.GetAsync(Page(id, act))).ShouldBeOk().Form().SubmitAsync();

    private async Task<bool> IsDisabledAsync(Guid id) =>
        await App.World.Accounts.IsDisabledAsync(id);

    [Fact]
    public async Task OPER_5_SE_03_DisablingEndsSessionsAtOnce_AndEnablingLetsInAgain()
    {
        var child = await SignedInAsync(ChildId);
        var parent = await SignedInAsync(ParentId);
        (await parent.GetAsync(Page(Child, "disable"))).ShouldShow(ChildId).ShouldShow("すぐにログアウト");
        (await DoAsync(parent, Child, "disable")).ShouldRedirectTo(Page(Child));

        (await child.GetAsync(Page(Child))).Location.ShouldNotBeNull().ShouldContain("/login");
        (await App.CreateBrowser().TrySignInAsync(Tenant, ChildId)).ShouldBeRefused();
        (await EventsAsync("user-disabled", Child)).ShouldBe(1);

        (await DoAsync(parent, Child, "enable")).ShouldRedirectTo(Page(Child));
        (await EventsAsync("user-enabled", Child)).ShouldBe(1);
        await App.CreateBrowser().SignInAsync(Tenant, ChildId);
        (await child.GetAsync(Page(Child))).Location.ShouldNotBeNull().ShouldContain("/login");
    }

    [Fact]
    public async Task CG_10_EnablingReleasesNoLock()
    {
        var parent = await SignedInAsync(ParentId);
        await DoAsync(parent, Child, "disable");
        await LockAsync(Child);
        await DoAsync(parent, Child, "enable");

        (await IsLockedAsync(Child)).ShouldBeTrue();
    }

    [Fact]
    public async Task AU_01_DisablingTwiceIsOneEvent()
    {
        var parent = await SignedInAsync(ParentId);
        var page = await parent.GetAsync(Page(Child, "disable"));
        await page.Form().SubmitAsync();
        (await page.Form().SubmitAsync()).ShouldRedirectTo(Page(Child));
        (await EventsAsync("user-disabled", Child)).ShouldBe(1);
    }

    [Fact]
    public async Task CONT_4_NobodyDisablesItself()
    {
        await new Account(Tenant, "N0009009") { IsManager = true }.AddToAsync(App);
        var parent = await SignedInAsync(ParentId);
        (await parent.GetAsync(Page(Parent, "disable"))).ShouldBeRefused().ShouldShow("自分自身に対しては");
        (await parent.GetAsync(Page(Parent))).ShouldNotShow("ログインの無効化");
        (await EventsAsync("access-denied", Parent)).ShouldBe(1);
    }

    [Fact]
    public async Task AZ_08_TheLastManagerStays()
    {
        var second = await new Account(Tenant, "N0009009") { IsManager = true }.AddToAsync(App);
        var other = await SignedInAsync("N0009009");
        var page = await (await SignedInAsync(ParentId)).GetAsync(Page(second, "disable"));
        await DoAsync(other, Parent, "disable");

        (await page.Form().SubmitAsync()).Status.ShouldNotBe(HttpStatusCode.OK);
        (await IsDisabledAsync(second)).ShouldBeFalse();
        var outcome = await App.InTenantAsync(Tenant, async services =>
        {
            var tenant = services.GetRequiredService<CurrentTenant>().Value;
            var user = await services.GetRequiredService<PortalDbContext>().Users.FindAsync(tenant.Id, second);
            return await services.GetRequiredService<SignInSwitch>().DisableAsync(user.ShouldNotBeNull());
        });
        outcome.ShouldBe(SwitchOutcome.LastManager);
    }

    [Fact]
    public async Task AZ_08_OPER_7_AManagerWhoseLastDayIsOver_IsNobodyToLeaveTheContractTo()
    {
        var second = await new Account(Tenant, "N0009009") { IsManager = true }.AddToAsync(App);
        await App.World.Accounts.SetValidUntilAsync(second, new DateOnly(2026, 5, 12));

        var outcome = await App.InTenantAsync(Tenant, async services =>
        {
            var tenant = services.GetRequiredService<CurrentTenant>().Value;
            var user = await services.GetRequiredService<PortalDbContext>().Users.FindAsync(tenant.Id, Parent);
            return await services.GetRequiredService<SignInSwitch>().DisableAsync(user.ShouldNotBeNull());
        });

        outcome.ShouldBe(SwitchOutcome.LastManager);
    }

    [Fact]
    public async Task AZ_08_TwoManagersDisablingEachOtherAtOnce_ExactlyOneSucceeds()
    {
        for (var round = 0; round < 5; round++)
        {
            var contract = $"C-91000{round}";
            var a = await new Account(Tenant, $"N00092{round}1") { IsManager = true, Contract = contract }.AddToAsync(App);
            var b = await new Account(Tenant, $"N00092{round}2") { IsManager = true, Contract = contract }.AddToAsync(App);
            var pages = new[] { await (await SignedInAsync($"N00092{round}1")).GetAsync(Page(b, "disable")),
                await (await SignedInAsync($"N00092{round}2")).GetAsync(Page(a, "disable")) };
            var answers = await Task.WhenAll(pages.Select(page => page.Form().SubmitAsync()));

            answers.Count(answer => answer.Status == HttpStatusCode.SeeOther
                && !answer.Location!.Contains("/login", StringComparison.Ordinal)).ShouldBe(1);
            (await IsDisabledAsync(a) ^ await IsDisabledAsync(b)).ShouldBeTrue();
        }
    }

    [Fact]
    public async Task AZ_07_WhoWasDisabledAMomentAgoHasNoEffect()
    {
        var second = await new Account(Tenant, "N0009009") { IsManager = true }.AddToAsync(App);
        var page = await (await SignedInAsync("N0009009")).GetAsync(Page(Child, "disable"));
        await DoAsync(await SignedInAsync(ParentId), second, "disable");
        await page.Form().SubmitAsync();

        (await IsDisabledAsync(Child)).ShouldBeFalse();
    }

    [Fact]
    public async Task AZ_07_WhoIsNoManagerAnyMoreHasNoEffect()
    {
        await new Account(Tenant, "N0009009") { IsManager = true }.AddToAsync(App);
        var page = await (await SignedInAsync("N0009009")).GetAsync(Page(Child, "disable"));
        await App.World.Accounts.ChangeAsync(user => user.UserName == "N0009009", user => user.Role, AccountRole.Member);
        (await page.Form().SubmitAsync()).ShouldBeNotFound();

        (await IsDisabledAsync(Child)).ShouldBeFalse();
    }

    [Fact]
    public async Task OPER_5_DisablingAParentLeavesItsChildrenAsTheyAre()
    {
        await new Account(Tenant, "N0009009") { IsManager = true }.AddToAsync(App);
        await DoAsync(await SignedInAsync("N0009009"), Parent, "disable");
        await App.CreateBrowser().SignInAsync(Tenant, ChildId);
    }

    [Fact]
    public async Task SE_07_EndingSessionsSignsOutEverywhere_WithOneEvent()
    {
        var child = await SignedInAsync(ChildId);
        await SignedInAsync(ChildId);
        var parent = await SignedInAsync(ParentId);
        var answer = await DoAsync(parent, Child, "end-sessions");

        (await answer.FollowAsync()).ShouldShow("2台の端末からログアウトさせました");
        (await LiveSessionsAsync(Child)).ShouldBe(0);
        (await EventsAsync("session-ended", Child)).ShouldBe(1);
        (await child.GetAsync(Page(Child))).Location.ShouldNotBeNull().ShouldContain("/login");
        await App.CreateBrowser().SignInAsync(Tenant, ChildId);
    }
}
