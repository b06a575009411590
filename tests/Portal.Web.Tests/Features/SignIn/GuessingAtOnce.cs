using System.Net;
using Portal.TestKit.Accounts;
using Portal.TestKit.Web;

namespace Portal.Web.Tests.Features.SignIn;

/// <summary>
/// Reads counters of the process, fills its gates or measures its silence, so nothing else may run beside it.
/// </summary>
[CollectionDefinition(nameof(CountersOfTheProcess), DisableParallelization = true)]
public sealed class CountersOfTheProcess;

[Collection(nameof(CountersOfTheProcess))]
public sealed class GuessingAtOnce : SignInTest
{
    /// <summary>These tests are about the account; the address and the lane have limits of their own.</summary>
    protected override IReadOnlyDictionary<string, string?> Settings => new Dictionary<string, string?>
    {
        ["Portal:AddressThrottle:SlowAfter"] = "100000",
        ["Portal:AddressThrottle:RefuseAfter"] = "100000",
        ["Portal:AddressThrottle:Accounts"] = "100000",
        ["Portal:HashGate:LanePlaces"] = "100",
    };

    [Fact]
    public async Task CG_02_LOCK_2_OfAHundredWrongPasswordsAtOnceOnTwoNodesAtMostFiveAreEvaluated()
    {
        await using var other = App.SecondNode();
        var forms = new List<PortalForm>();
        for (var i = 0; i < 100; i++)
        {
            forms.Add((await (i % 2 == 0 ? App : other).CreateBrowser().GetAsync("/t/control/login")).Form("main form")
                .Fill("Identifier", Id).Fill("Password", Wrong + i));
        }

        using var verdicts = new MeterReading("portal.password.verdicts");
        var answers = await AtOnceAsync(100, i => forms[i].SubmitAsync());

        answers.ShouldAllBe(answer => answer.Status == HttpStatusCode.UnprocessableEntity);
        verdicts.Total.ShouldBe(5);
        (await EventsAsync("locked")).ShouldBe(1);
        (await FailuresAsync()).ShouldBe(5);
    }

    [Fact]
    public async Task CG_03_FiveWrongPasswordsAtOnceAreFiveFailuresAndALock()
    {
        await AtOnceAsync(5, _ => App.CreateBrowser().TrySignInAsync(Tenant, Id, Wrong));

        (await FailuresAsync()).ShouldBe(5);
        (await IsLockedAsync()).ShouldBeTrue();
    }

    [Fact]
    public async Task CG_04_TheRightPasswordAmongNineteenWrongOnesAlwaysGetsIn()
    {
        await App.ChangeProfileAsync(Tenant, profile => profile with { Lockout = profile.Lockout with { Limit = 50 } });
        for (var run = 0; run < 100; run++)
        {
            var right = run % 20;
            var answers = await AtOnceAsync(20, i => App.CreateBrowser().TrySignInAsync(Tenant, Id, i == right ? Right : Wrong));
            answers[right].Status.ShouldBe(HttpStatusCode.SeeOther);
        }
    }

    [Fact]
    public async Task LOCK_2_TwentyRightPasswordsAtOnceOnTwoNodesAllGetIn()
    {
        await using var other = App.SecondNode();

        var answers = await AtOnceAsync(20, i => (i % 2 == 0 ? App : other).CreateBrowser().TrySignInAsync(Tenant, Id));

        answers.ShouldAllBe(answer => answer.Status == HttpStatusCode.SeeOther);
    }

    [Fact]
    public async Task CG_05_NoSessionIsEverOlderThanItsAccountsLock()
    {
        await using var other = App.SecondNode();
        await AtOnceAsync(30, i => (i % 2 == 0 ? App : other).CreateBrowser().TrySignInAsync(Tenant, Id, i % 6 == 5 ? Right : Wrong));

        var locked = await App.World.Locks.ReadAsync(UserId, state => state.StrangerLockedAt);
        locked.ShouldNotBeNull();
        (await App.World.Sessions.CountAsync(session => session.UserId == UserId && session.CreatedAt > locked)).ShouldBe(0);
    }

    [Fact]
    public async Task CG_09_LockedAttemptsSpendTheTimeOfAHashAndEvaluateNothing()
    {
        await FailAsync(5);
        using var verdicts = new MeterReading("portal.password.verdicts");
        using var dummies = new MeterReading("portal.password.dummies");

        await FailAsync(3);

        verdicts.Total.ShouldBe(0);
        dummies.Total.ShouldBe(3);
    }

    private static Task<PortalPage[]> AtOnceAsync(int count, Func<int, Task<PortalPage>> act) =>
        Task.WhenAll(Enumerable.Range(0, count).Select(i => Task.Run(() => act(i))));
}
