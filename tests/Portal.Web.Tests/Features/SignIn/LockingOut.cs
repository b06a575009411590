using System.Net;
using Microsoft.Extensions.DependencyInjection;
using Portal.TestKit.Accounts;
using Portal.TestKit.Web;
using Portal.Web.Data;
using Portal.Web.Domain.Accounts.Lockout;
using Portal.Web.Jobs;
using Portal.Web.Tenancy;

namespace Portal.Web.Tests.Features.SignIn;

public sealed class LockingOut : SignInTest
{
    [Theory]
    [InlineData("control", 5)]
    [InlineData("officephone", 5)]
    [InlineData("homephone", 10)]
    [InlineData("security", 5)]
    public async Task CG_01_LOCK_1_AfterTheTenantsNumberOfWrongPasswordsTheRightOneIsRefused(string tenant, int limit)
    {
        await new Account(tenant, "09000000002").AddToAsync(App);
        await FailAsync(limit, "09000000002", tenant);

        (await App.CreateBrowser().TrySignInAsync(tenant, "09000000002")).ShouldBeRefused();
    }

    [Fact]
    public async Task CG_01_EachFailureHasItsEventAndTheLockHasOne()
    {
        await FailAsync(5);

        (await FailuresAsync()).ShouldBe(5);
        (await EventsAsync("sign-in-failed")).ShouldBe(5);
        (await EventsAsync("locked")).ShouldBe(1);
        (await IsLockedAsync()).ShouldBeTrue();
    }

    [Fact]
    public async Task CG_01_TheLockOfSecurityEndsTwentyMinutesLater()
    {
        var id = await new Account("security", "taro.cs").AddToAsync(App);
        await FailAsync(5, "taro.cs", "security");

        (await App.World.Locks.LockedUntilAsync(id)).ShouldBe(App.Time.GetUtcNow().AddMinutes(20));
    }

    [Fact]
    public async Task LOCK_1_SuccessResetsTheCount()
    {
        await FailAsync(4);
        await App.CreateBrowser().SignInAsync(Tenant, Id);
        await FailAsync(4);

        await App.CreateBrowser().SignInAsync(Tenant, Id);
    }

    [Fact]
    public async Task CG_07_ANewBrowserAndANewAddressDoNotResetTheCount()
    {
        var id = await new Account("homephone", "09000000003").AddToAsync(App);
        for (var i = 0; i < 10; i++)
        {
            (await Stranger($"198.51.100.{i + 1}").TrySignInAsync("homephone", "09000000003", Wrong)).ShouldBeRefused();
        }

        (await App.CreateBrowser().TrySignInAsync("homephone", "09000000003")).ShouldBeRefused();
        (await App.World.Locks.IsVoidAsync(id)).ShouldBeTrue();
    }

    [Fact]
    public async Task CG_14_ManyAddressesOnOneIdStillMeetTheAccountsLimit()
    {
        for (var i = 0; i < 20; i++)
        {
            await Stranger($"198.51.100.{i + 1}").TrySignInAsync(Tenant, Id, Wrong);
        }

        (await FailuresAsync()).ShouldBe(5);
        (await EventsAsync("locked")).ShouldBe(1);
    }

    [Fact]
    public async Task CG_08_LOCK_9_ATimedLockEndsAtItsSecondOnEveryNodeAndIsDatedWhenItEnded()
    {
        var id = await new Account("security", "jiro.cs") { Email = "jiro@example.jp" }.AddToAsync(App);
        await FailAsync(5, "jiro.cs", "security");
        var ends = App.Time.GetUtcNow().AddMinutes(20);
        await using var other = App.SecondNode();

        App.Time.Set(ends.AddSeconds(-1));
        (await App.CreateBrowser().TrySignInAsync("security", "jiro.cs")).ShouldBeRefused();
        (await other.CreateBrowser().TrySignInAsync("security", "jiro.cs")).ShouldBeRefused();

        App.Time.Set(ends.AddSeconds(1));
        (await other.CreateBrowser().TrySignInAsync("security", "jiro.cs")).ShouldBe(HttpStatusCode.SeeOther);
        (await App.World.Audit.ReadAsync("released-by-time", id, happened => happened.OccurredAt)).ShouldBe(ends);
        (await App.World.Locks.StrangerFailuresAsync(id)).ShouldBe(0);
    }

    [Fact]
    public async Task LOCK_9_ALockThatEndsWithoutAnybodyTryingHasItsReleaseRowToo()
    {
        var id = await new Account("security", "jiro.cs").AddToAsync(App);
        await FailAsync(5, "jiro.cs", "security");
        App.Time.Advance(TimeSpan.FromHours(2));

        await App.Services.GetRequiredService<LapseRound>().RunOnceAsync(CancellationToken.None);

        (await App.World.Audit.ReadAsync("released-by-time", id, happened => happened.OccurredAt))
            .ShouldBe(App.Time.GetUtcNow().AddMinutes(-100));
    }

    [Fact]
    public async Task CG_09_LockedAttemptsDoNotExtendTheLockAndCountNothing()
    {
        var id = await new Account("security", "saburo.cs").AddToAsync(App);
        await FailAsync(5, "saburo.cs", "security");
        var until = await App.World.Locks.LockedUntilAsync(id);
        App.Time.Advance(TimeSpan.FromMinutes(10));

        await FailAsync(3, "saburo.cs", "security");

        (await App.World.Locks.LockedUntilAsync(id)).ShouldBe(until);
        (await App.World.Locks.ReadAsync(id, state => state.TotalFailures)).ShouldBe(5);
    }

    [Fact]
    public async Task LOCK_3_ALockWithGrowthDoublesUpToItsMaximum()
    {
        await App.ChangeProfileAsync("security",
            profile => profile with { Lockout = profile.Lockout with { Doubles = true, MaximumMinutes = 60 } });
        var id = await new Account("security", "goro.cs").AddToAsync(App);
        foreach (var minutes in new[] { 20, 40, 60, 60 })
        {
            await FailAsync(5, "goro.cs", "security");
            var until =
                await App.World.Locks.LockedUntilAsync(id);
            until.ShouldBe(App.Time.GetUtcNow().AddMinutes(minutes));
            App.Time.Set(until!.Value.AddSeconds(1));
        }
    }

    [Fact]
    public async Task CG_12_LOCK_10_AHundredFailuresOverManyReleasesVoidThePasswordAndTellItsOwner()
    {
        var id = await new Account("security", "rokuro.cs") { Email = "rokuro@example.jp" }.AddToAsync(App);
        for (var cycle = 0; cycle < 20; cycle++)
        {
            await FailAsync(5, "rokuro.cs", "security");
            App.Time.Advance(TimeSpan.FromMinutes(21));
        }

        (await App.CreateBrowser().TrySignInAsync("security", "rokuro.cs")).ShouldBeRefused();
        (await App.World.Audit.CountAsync("password-voided", id)).ShouldBe(1);
        (await App.World.Mails.CountAsync(mail => mail.Kind.Contains("void") && mail.Recipient == "rokuro@example.jp")).ShouldBe(1);
    }

    [Fact]
    public async Task CG_11_LOCK_10_AStrangersLockDoesNotKeepTheOwnersBrowserOut()
    {
        var owner = App.CreateBrowser();
        var home = await owner.SignInAsync(Tenant, Id);
        await home.Form("form[action$='/logout']").SubmitAsync();
        await FailAsync(5);

        await owner.SignInAsync(Tenant, Id);
        (await App.CreateBrowser().TrySignInAsync(Tenant, Id)).ShouldBeRefused();
    }

    [Fact]
    public async Task LOCK_10_AKnownBrowserHasItsOwnLimit()
    {
        var owner = App.CreateBrowser();
        var home = await owner.SignInAsync(Tenant, Id);
        await home.Form("form[action$='/logout']").SubmitAsync();
        for (var i = 0; i < 5; i++)
        {
            (await owner.TrySignInAsync(Tenant, Id, Wrong)).ShouldBeRefused();
        }

        (await owner.TrySignInAsync(Tenant, Id)).ShouldBeRefused();
        await App.CreateBrowser().SignInAsync(Tenant, Id);
    }

    [Fact]
    public async Task LOCK_10_ABrowserIsKnownForThirtyDays()
    {
        var owner = App.CreateBrowser();
        var home = await owner.SignInAsync(Tenant, Id);
        await home.Form("form[action$='/logout']").SubmitAsync();
        App.Time.Advance(TimeSpan.FromDays(31));
        await FailAsync(5);

        (await owner.TrySignInAsync(Tenant, Id)).ShouldBeRefused();
    }

    [Fact]
    public async Task CG_17_InATenantWithTwoIdentifyingFieldsEachWrongFieldIsTheSameAnswer()
    {
        var id = await new Account("rental", "R900001") { Email = "taro@rental.example.jp" }.AddToAsync(App);
        await new Account("rental", "R900001") { Email = "hanako@rental.example.jp" }.AddToAsync(App);

        var wrongId = await App.CreateBrowser().TrySignInAsync("rental", "R900009", Right, "taro@rental.example.jp");
        var wrongMail = await App.CreateBrowser().TrySignInAsync("rental", "R900001", Right, "jiro@rental.example.jp");
        var wrongPassword = await App.CreateBrowser().TrySignInAsync("rental", "R900001", Wrong, "taro@rental.example.jp");

        foreach (var page in new[] { wrongId, wrongMail, wrongPassword })
        {
            page.ShouldBeRefused().ShouldShow("正しくありません");
        }

        (await App.World.Locks.StrangerFailuresAsync(id)).ShouldBe(1);
        (await App.World.Locks.ListAsync(state => state.StrangerFailures)).Sum().ShouldBe(1);
        await App.CreateBrowser().SignInAsync("rental", "Ｒ９００００１", email: "HANAKO@rental.example.jp");
    }

    [Fact]
    public async Task LOCK_6_WhereThePolicySaysSoARepeatedWrongPasswordCountsOnce()
    {
        await App.ChangeProfileAsync(Tenant, profile => profile with { Lockout = profile.Lockout with { RepeatedGuessCountsOnce = true } });
        await FailAsync(7);
        (await FailuresAsync()).ShouldBe(1);

        await FailAsync(1, password: "Another9753-Fox");
        (await FailuresAsync()).ShouldBe(2);
    }

    [Fact]
    public async Task LOCK_6_OtherwiseNothingOfAWrongGuessIsKept()
    {
        await FailAsync(3);
        (await FailuresAsync()).ShouldBe(3);
        (await App.World.Locks.ReadAsync(UserId, state => state.LastGuessHash)).ShouldBeNull();
    }

    [Fact]
    public async Task LOCK_7_TheOwnerGetsOneMailALockAndNonePerAttempt()
    {
        await FailAsync(9);
        (await App.World.Mails.CountToAsync("owner@control.example.jp")).ShouldBe(1);
    }

    [Fact]
    public async Task LOCK_3_AVoidPasswordIsNotReleased()
    {
        var id = await new Account("homephone", "09000000004").AddToAsync(App);
        await FailAsync(10, "09000000004", "homephone");

        var outcome = await App.InTenantAsync("homephone", async services =>
        {
            var tenant = services.GetRequiredService<CurrentTenant>().Value;
            var user = await services.GetRequiredService<PortalDbContext>().Users.FindAsync(tenant.Id, id);
            return await services.GetRequiredService<LockoutService>().ReleaseAsync(user.ShouldNotBeNull());
        });

        outcome.ShouldBe(ReleaseOutcome.Void);
    }
}
