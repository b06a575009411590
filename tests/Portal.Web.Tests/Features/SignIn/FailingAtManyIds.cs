using System.Net;
using Portal.TestKit.Accounts;
using Portal.TestKit.Web;

namespace Portal.Web.Tests.Features.SignIn;

/// <summary>One address that fails again and again at one ID after the other locks few of them (LOCK-8).</summary>
[Trait("Review", "S19")]
public sealed class FailingAtManyIds : SignInTest
{
    private const int Accounts = 10;
    private const int Ids = 15;

    /// <summary>
    /// In `control` a lock lasts until somebody releases it, and the usual limit of an address has room for forty.
    /// </summary>
    [Fact]
    public async Task LOCK_8_OneAddressLocksNoMoreThanTenIdsAnHour()
    {
        await AddColleaguesAsync();
        var form = await FormAsync(Stranger());
        for (var i = 0; i < Ids; i++)
        {
            await TryAsync(form, Colleague(i), 5);
        }

        (await LockedAsync()).ShouldBe(Accounts);
        App.Time.Advance(TimeSpan.FromMinutes(61));
        await TryAsync(form, Colleague(Ids - 1), 5);
        (await LockedAsync()).ShouldBe(Accounts + 1);
    }

    [Fact]
    public async Task LOCK_8_AtOnceAndOnTwoNodesNoMoreEither()
    {
        await AddColleaguesAsync();
        await using var other = App.SecondNode();
        var forms = new List<PortalForm>();
        for (var i = 0; i < Ids * 8; i++)
        {
            forms.Add((await FormAsync(Stranger().At(i % 2 == 0 ? App : other))).Fill("Identifier", Colleague(i % Ids))
                .Fill("Password", Wrong));
        }

        await Task.WhenAll(forms.Select(form => Task.Run(() => form.SubmitAsync())));

        (await LockedAsync()).ShouldBe(Accounts);
    }

    [Fact]
    public async Task LOCK_8_TheFirstTriesAtAnyIdAreStillEvaluated()
    {
        await AddColleaguesAsync();
        var form = await FormAsync(Stranger());
        for (var i = 0; i < Accounts; i++)
        {
            await TryAsync(form, $"S{i:0000000}", 3);
        }

        (await TryAsync(form, Id, 2)).ShouldBeRefused();
        await Stranger().SignInAsync(Tenant, Colleague(0));
    }

    [Fact]
    public async Task EN_15_TheThirdTryIsAnsweredAlikeForAnIdThatExistsAndOneThatDoesNot()
    {
        var form = await FormAsync(Stranger());
        for (var i = 0; i < Accounts; i++)
        {
            await TryAsync(form, $"S{i:0000000}", 3);
        }

        var (known, unknown) = (await TryAsync(form, Id, 3), await TryAsync(form, "S9999999", 3));

        known.ShouldBe(HttpStatusCode.TooManyRequests);
        unknown.ShouldBe(HttpStatusCode.TooManyRequests);
        known.Text.ShouldBe(unknown.Text);
        known.Headers["Retry-After"].ShouldBe(unknown.Headers["Retry-After"]);
    }

    [Fact]
    public async Task CG_16_WhoGetsInAfterAllTakesNoneOfThePlacesOfItsOffice()
    {
        await AddColleaguesAsync();
        for (var i = 0; i < Ids; i++)
        {
            await TryAsync(await FormAsync(Stranger()), Colleague(i), 3);
            await Stranger().SignInAsync(Tenant, Colleague(i));
        }

        (await LockedAsync()).ShouldBe(0);
        (await App.World.AddressWindows.CountMentioningAsync("@")).ShouldBe(0);
    }

    private static string Colleague(int number) => $"N1{number:000000}";

    private static async Task<PortalForm> FormAsync(PortalBrowser browser) =>
        (await browser.GetAsync("/t/control/login")).Form("main form");

    /// <returns>The last answer.</returns>
    private static async Task<PortalPage> TryAsync(PortalForm form, string id, int times)
    {
        PortalPage answer = null!;
        for (var i = 0; i < times; i++)
        {
            answer = await form.Anew().Fill("Identifier", id).Fill("Password", Wrong).SubmitAsync();
        }

        return answer;
    }

    private Task<long> LockedAsync() =>
        App.World.Locks.CountLockedAsync();

    private async Task AddColleaguesAsync()
    {
        for (var i = 0; i < Ids; i++)
        {
            await new Account(Tenant, Colleague(i)).AddToAsync(App);
        }
    }
}
