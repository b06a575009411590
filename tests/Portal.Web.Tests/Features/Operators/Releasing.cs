using System.Net;
using Microsoft.Extensions.DependencyInjection;
using Portal.TestKit.Accounts;
using Portal.TestKit.Web;
using Portal.Web.Audit;

namespace Portal.Web.Tests.Features.Operators;

public sealed class Releasing : OperatorsTest
{
    private const string LockedOut = "Operators locked out";
    private const string Several = List + "/lockout-release";

    [Fact]
    public async Task LOCK_9_SAFE_4_WhoseOwnerReportedASignIn_IsShownSo()
    {
        await App.World.Locks.ChangeAsync(Child, set => set
            .SetProperty(state => state.StrangerLockedAt, App.Time.GetUtcNow())
            .SetProperty(state => state.KnownLockedAt, App.Time.GetUtcNow()));
        await App.InTenantAsync(Tenant, services =>
        {
            services.GetRequiredService<AuditLog>().Record(AuditKinds.Locked, new AuditSubject(Child, ChildId, null), "Disowned");
            return Task.CompletedTask;
        });

        (await (await SignedInAsync(ParentId)).GetAsync(Page(Child))).ShouldBeOk().ShouldShow("「心当たりのないログイン」の連絡があり、ロックされました");
    }

    [Fact]
    public async Task LOCK_5_SAFE_4_WhatIsNotLocked_IsNotAskedAbout()
    {
        var answer = (await (await SignedInAsync(ParentId)).GetAsync(Page(Child, "lockout-release"))).ShouldRedirectTo(Page(Child));

        (await answer.FollowAsync()).ShouldBeOk().ShouldShow(ChildId + "は、ロックされていません。");
    }

    [Fact]
    public async Task LOCK_5_AParentReleasesAChild_AfterAPageThatNamesTheId()
    {
        await LockAsync(Child);
        var parent = await SignedInAsync(ParentId);
        var confirm = await (await parent.GetAsync(Page(Child))).ClickAsync("ロックの解除");
        confirm.ShouldBeOk().ShouldShow(ChildId).ShouldShow("ロックを解除しますか？");

        var answer = await confirm.Form().SubmitAsync("ロックを解除");
        answer.ShouldRedirectTo(Several + "/done");
        (await answer.FollowAsync()).ShouldBeOk().ShouldShow(ChildId).ShouldShow("ロックが解除されたことをお伝えください");
        (await IsLockedAsync(Child)).ShouldBeFalse();
        (await EventsAsync("released", Child)).ShouldBe(1);
        (await App.World.Audit.ReadAsync("released", happened => happened.ActorName)).ShouldBe(ParentId);
        await App.CreateBrowser().SignInAsync(Tenant, ChildId);
    }

    [Fact]
    public async Task LOCK_5_SeveralAtOnce_FromTheListOfLockedOnes()
    {
        await LockAsync(Child);
        await LockAsync(Sibling);
        var parent = await SignedInAsync(ParentId);
        var locked = await parent.GetAsync(List + "/locked");
        locked.ShouldBeOk().ShouldShow(ChildId).ShouldShow(SiblingId).ShouldNotShow(ParentId + "を選択");

        var confirm = await locked.Form("form:has([name=ids])").Check("ids", Child.ToString()).Check("ids", Sibling.ToString())
            .SubmitAsync("選択した対象のロックを解除");
        confirm.ShouldBeOk().ShouldShow("2件").ShouldShow(ChildId).ShouldShow(SiblingId);
        await App.World.Locks.UnlockAsync(Sibling);

        var done = await (await confirm.Form("form[action$=lockout-release]").SubmitAsync("ロックを解除")).FollowAsync();
        done.ShouldBeOk().Find("[data-tone=warning], .p-callout[data-tone=warning]").TextContent.ShouldContain(SiblingId);
        (await EventsAsync("released")).ShouldBe(1);
        (await IsLockedAsync(Child)).ShouldBeFalse();
    }

    [Fact]
    public async Task LOCK_5_InEnglish_TheButtonAndItsPageBeginWithACapital()
    {
        var parent = await SignedInAsync(ParentId);

        (await parent.GetAsync(List + "?culture=en")).ShouldBeOk().Find("a[href$=locked]").TextContent.Trim().ShouldBe(LockedOut);
        (await parent.GetAsync(List + "/locked?culture=en")).ShouldBeOk().Find("h1").TextContent.Trim().ShouldBe(LockedOut);
    }

    [Fact]
    public async Task LOCK_5_ThePageOfALockedOneBeginsWithWhatHappened_AndTheActBesideIt()
    {
        for (var i = 0; i < 5; i++)
        {
            await App.CreateBrowser().TrySignInAsync(Tenant, ChildId, "Wrong1357-Tiger");
        }

        var page = (await (await SignedInAsync(ParentId)).GetAsync($"{List}/{Child}")).ShouldBeOk();

        page.Find("main .p-callout").TextContent.ShouldContain("続けて5回ログインに失敗したため、ロックされました");
        (await page.ClickAsync("main .p-callout a[href$=lockout-release]")).ShouldBeOk().ShouldShow(ChildId);
        (await (await SignedInAsync(ParentId)).GetAsync($"{List}/{Sibling}")).Has("main .p-callout").ShouldBeFalse();
    }

    [Fact]
    public async Task LOCK_5_NothingSelected_IsSaidInWords()
    {
        await LockAsync(Child);
        (await (await (await SignedInAsync(ParentId)).GetAsync(List + "/locked")).Form("form:has([name=ids])").SubmitAsync())
            .ShouldBeRefused().ShouldShow("選択してください");
    }

    [Fact]
    public async Task CG_10_AZ_02_OneForeignIdAmongSeveral_AndNothingHappensToAny()
    {
        await LockAsync(Child);
        await LockAsync(Stranger);
        var parent = await SignedInAsync(ParentId);
        (await parent.GetAsync($"{Several}?ids={Child}&ids={Stranger}")).ShouldBeNotFound();
        var token = (await parent.GetAsync(Page(Child, "lockout-release"))).Find("main [name=__RequestVerificationToken]")
            .GetAttribute("value")!;
        (await parent.PostAsync(Several,
            [new("__RequestVerificationToken", token), new("ids", Child.ToString()), new("ids", Stranger.ToString())])).ShouldBeNotFound();

        (await IsLockedAsync(Child)).ShouldBeTrue();
        (await IsLockedAsync(Stranger)).ShouldBeTrue();
        (await EventsAsync("released")).ShouldBe(0);
    }

    [Fact]
    public async Task CG_10_ReleasingLeavesADisabledIdDisabled()
    {
        await LockAsync(Child);
        await App.World.Accounts.DisableAsync(Child);
        await (await (await SignedInAsync(ParentId)).GetAsync(Page(Child, "lockout-release"))).Form().SubmitAsync("ロックを解除");

        (await IsLockedAsync(Child)).ShouldBeFalse();
        (await App.World.Accounts.IsDisabledAsync(Child)).ShouldBeTrue();
    }

    [Fact]
    public async Task CG_10_NobodyReleasesItself()
    {
        await LockAsync(Parent);
        (await (await SignedInWhileLockedAsync()).GetAsync(Page(Parent, "lockout-release"))).ShouldBeRefused().ShouldShow("自分自身に対しては");
    }

    [Fact]
    public async Task LOCK_9_ALockThatEndedByTimeIsReportedAsSuch()
    {
        await LockAsync(Child, App.Time.GetUtcNow().AddMinutes(20));
        var confirm = await (await SignedInAsync(ParentId)).GetAsync(Page(Child, "lockout-release"));
        App.Time.Advance(TimeSpan.FromMinutes(21));
        var done = await (await confirm.Form().SubmitAsync("ロックを解除")).FollowAsync();

        done.ShouldShow("ロックは解除していません");
        (await EventsAsync("released-by-time", Child)).ShouldBe(1);
        (await EventsAsync("released", Child)).ShouldBe(0);
    }

    [Fact]
    public async Task LOCK_5_TheDonePageAloneLeadsToTheList() =>
        (await (await SignedInAsync(ParentId)).GetAsync(Several + "/done")).ShouldRedirectTo(List);

    /// <summary>Locked after signing in: the session goes on.</summary>
    private async Task<PortalBrowser> SignedInWhileLockedAsync()
    {
        await App.World.Locks.UnlockAsync(Parent);
        var parent = await SignedInAsync(ParentId);
        await LockAsync(Parent);
        return parent;
    }
}
