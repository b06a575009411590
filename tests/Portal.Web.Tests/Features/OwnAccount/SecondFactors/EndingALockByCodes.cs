using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Portal.Rules.TemporaryPasswords;
using Portal.TestKit.Accounts;
using Portal.TestKit.Web;
using Portal.Web.Data;
using Portal.Web.Domain.Accounts.Lockout;
using Portal.Web.Domain.Accounts.Locks;
using Portal.Web.Tenancy.Profiles;

namespace Portal.Web.Tests.Features.OwnAccount.SecondFactors;

/// <summary>Ten wrong codes lock as wrong passwords do, and whatever ends the lock begins their count anew.</summary>
public sealed class EndingALockByCodes : SecondFactorTest
{
    [Theory]
    [InlineData(LockEnd.Person)]
    [InlineData(LockEnd.TemporaryPassword)]
    [InlineData(LockEnd.PasswordReset)]
    [InlineData(null)]
    public async Task LOCK_4_MFA_5_RESET_6_AfterTheLocksEnd_OneMoreWrongCodeLocksNothing(LockEnd? end)
    {
        await LockAsync();

        if (end is { } why)
        {
            (await EndAsync(why)).ShouldBe(ReleaseOutcome.Released);
        }
        else
        {
            App.Time.Advance(TimeSpan.FromMinutes(20));
        }

        var page = await StepAsync(App.CreateBrowser());
        (await EnterAsync(page, "000000")).ShouldBeRefused().ShouldShow("あと4回");
        (await App.World.CodeFailures.ReadAsync(UserId, row => row.Failures)).ShouldBe(1);
        (await EventsAsync("locked")).ShouldBe(1);
        IsIn(await EnterAsync(page, Authenticator.Code(App))).ShouldBeTrue();
    }

    [Fact]
    public async Task LOCK_4_AReleaseOfALockByPasswords_BeginsTheCountOfCodesAnew()
    {
        await FailCodesAsync(9);
        await App.World.Locks.LockAsync(UserId);

        (await EndAsync(LockEnd.Person)).ShouldBe(ReleaseOutcome.Released);

        (await EnterAsync(await StepAsync(App.CreateBrowser()), "000000")).ShouldBeRefused().ShouldShow("あと4回");
        (await EventsAsync("locked")).ShouldBe(0);
    }

    [Fact]
    public async Task MFA_5_WithoutALock_TheCountOfTheHourStays()
    {
        await FailCodesAsync(9);

        (await EndAsync(LockEnd.Person)).ShouldBe(ReleaseOutcome.NotLocked);

        (await EnterAsync(await StepAsync(App.CreateBrowser()), "000000")).ShouldRedirectTo("/t/security/login");
        (await EventsAsync("locked")).ShouldBe(1);
    }

    [Fact]
    public async Task LOCK_3_MFA_5_WhereLocksDouble_TheNextOneByCodesLastsTwiceAsLong()
    {
        await App.ChangeProfileAsync(Secured, profile => profile with { Lockout = profile.Lockout with { Doubles = true } });
        await LockAsync();
        (await App.World.Locks.LockedUntilAsync(UserId)).ShouldBe(App.Time.GetUtcNow().AddMinutes(20));
        App.Time.Advance(TimeSpan.FromMinutes(20));

        await LockAsync();

        (await App.World.Locks.LockedUntilAsync(UserId)).ShouldBe(App.Time.GetUtcNow().AddMinutes(40));
    }

    [Fact]
    public async Task LOCK_3_MFA_5_WherePasswordsBecomeVoid_TenWrongCodesVoidIt_AndEndTheTemporaryOne()
    {
        await App.ChangeProfileAsync(Secured, profile => profile with
        {
            Lockout = new LockoutProfile(10, LockoutEnds.Void, ReleasedBy: ["temporaryPassword"]),
            TemporaryPassword = new TemporaryPasswordProfile(24, 3, ByStaff: true),
        });
        await LockAsync();

        (await App.World.Locks.IsVoidAsync(UserId)).ShouldBeTrue();
        (await EventsAsync("password-voided")).ShouldBe(1);
        (await EventsAsync("locked")).ShouldBe(0);
        var temporary = await App.IssueTemporaryPasswordAsync(Secured, UserId, TemporaryPasswordOrigin.Staff);
        for (var i = 0; i < 10; i++)
        {
            (await App.CreateBrowser().TrySignInAsync(Secured, Owner, temporary)).ShouldRedirectTo("/t/security/login/totp");
            var browser = App.CreateBrowser();
            await browser.TrySignInAsync(Secured, Owner, temporary);
            await EnterAsync(await browser.GetAsync("/t/security/login/totp"), "000000");
        }

        (await App.CreateBrowser().TrySignInAsync(Secured, Owner, temporary)).ShouldBeRefused();
        (await App.World.TemporaryPasswords.CountCurrentAsync(UserId)).ShouldBe(0);
        (await EventsAsync("temporary-password-ended")).ShouldBe(1);
    }

    private async Task LockAsync()
    {
        await FailCodesAsync(10);
        (await App.CreateBrowser().TrySignInAsync(Secured, Owner)).ShouldBeRefused();
    }

    /// <summary>Four in a sign-in, so that each begins another.</summary>
    private async Task FailCodesAsync(int times)
    {
        for (var i = 0; i < times; i += 4)
        {
            var page = await StepAsync(App.CreateBrowser());
            for (var j = i; j < Math.Min(i + 4, times); j++)
            {
                await EnterAsync(page, "000000");
            }
        }
    }

    private Task<ReleaseOutcome> EndAsync(LockEnd why) => App.InTenantAsync(Secured, async services =>
    {
        var state = await services.GetRequiredService<AccountLocks>().SignInAsync(UserId);
        var user = await services.GetRequiredService<PortalDbContext>().Users.SingleAsync(row => row.Id == UserId);
        return await services.GetRequiredService<LockEnding>().EndAsync(state!, user, why);
    });
}
