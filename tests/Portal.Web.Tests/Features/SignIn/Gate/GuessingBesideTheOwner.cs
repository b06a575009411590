using System.Net;
using Portal.TestKit.Accounts;
using Portal.TestKit.Web;

namespace Portal.Web.Tests.Features.SignIn.Gate;

/// <summary>Many addresses guess at one ID, and all of them wait at the gate before its owner comes.</summary>
[Collection(nameof(CountersOfTheProcess))]
public sealed class GuessingBesideTheOwner : GateTest
{
    private const int Many = 120;

    /// <summary>
    /// Room for all of them, hashes that take so long that what comes before what can be seen from outside, and
    /// patience for as many of them as a busy machine makes one after the other.
    /// </summary>
    protected override IReadOnlyDictionary<string, string?> Settings => new Dictionary<string, string?>(base.Settings)
    {
        ["Portal:Passwords:Iterations"] = "100000",
        ["Portal:HashGate:LanePlaces"] = "200",
        ["Portal:HashGate:Patience"] = "00:05:00",
    };

    [Fact]
    public async Task CG_11_LOCK_10_WhileManyAddressesGuessAtOneIdItsOwnersBrowserDoesNotWaitForThem()
    {
        var owner = App.CreateBrowser();
        await (await owner.SignInAsync(Tenant, Id)).Form("form[action$='/logout']").SubmitAsync();
        var form = Typed((await owner.GetAsync("/t/control/login")).Form("main form"), Id, Right);
        var evaluated = 0;
        var flood = await FloodAsync(Many, i => $"198.51.{i / 100}.{i % 100}", Id);
        using var strangers = new MeterReading("portal.hash.waiting", "Strangers");
        using var known = new MeterReading("portal.hash.waiting", "Known");
        using var held = await HeldGate.ShutAsync(App);
        var attack = Task.WhenAll(flood.Select(guess => Task.Run(async () =>
        {
            if ((await guess()).Status == HttpStatusCode.UnprocessableEntity)
            {
                Interlocked.Increment(ref evaluated);
            }
        })));
        await strangers.UntilAsync(Many);
        var answer = Task.Run(() => form.SubmitAsync());
        await known.UntilAsync(1);

        held.OpenOne();
        (await answer).ShouldBe(HttpStatusCode.SeeOther);
        var before = Volatile.Read(ref evaluated);
        held.Dispose();
        await attack;

        before.ShouldBeLessThan(Many / 3);
        evaluated.ShouldBe(Many, "they have waited, and were answered as ever");
    }
}
