using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Portal.TestKit.Accounts;
using Portal.TestKit.Web;
using Portal.Web.Domain.Accounts.Throttling;

namespace Portal.Web.Tests.Features.SignIn;

/// <summary>Many attempts behind one network address: a sprayer is stopped, an office is not (LOCK-8).</summary>
public sealed class FromOneAddress : SignInTest
{
    private const int Limit = 200;
    private const int AtOnce = 8;

    protected override IReadOnlyDictionary<string, string?> Settings =>
        new Dictionary<string, string?>
        {
            ["Portal:AddressThrottle:SlowAfter"] = $"{Limit}",
            ["Portal:AddressThrottle:RefuseAfter"] = $"{Limit}",
        };

    [Fact]
    public async Task CG_13_AU_02_OnePasswordTriedOnManyIdsFillsOneBucketOfTheAddress()
    {
        var form = (await Stranger().GetAsync("/t/control/login")).Form("main form");
        for (var i = 0; i < Limit; i++)
        {
            (await TryAsync(form, $"S{i:0000000}")).ShouldBeRefused();
        }

        var known = await TryAsync(form, Id, Right);
        var unknown = await TryAsync(form, "S9999999", Right);

        known.ShouldBe(HttpStatusCode.TooManyRequests).ShouldNotShow("203.0.113");
        unknown.ShouldBe(HttpStatusCode.TooManyRequests);
        known.Text.ShouldBe(unknown.Text);
        known.Headers["Retry-After"].ShouldBe(unknown.Headers["Retry-After"]);
        (await App.World.AddressWindows.ReadAsync(window => window.AddressKey == "203.0.113.10", window => window.Failures))
            .ShouldBe(Limit);
        (await App.World.Audit.CountAsync("rate-limited")).ShouldBe(1, "one a minute, and the others as a number");
        (await Stranger("198.51.100.7").TrySignInAsync(Tenant, Id)).ShouldBe(HttpStatusCode.SeeOther);
    }

    [Fact]
    public async Task RX_09_ACountThatTheDatabaseDoesNotTake_IsNotTriedForEver() =>
        await Should.ThrowAsync<DbUpdateException>(() => App.WithServicesAsync(services => services.GetRequiredService<AddressCounts>()
            .ReserveAsync(new string('x', 1000), Limit, TimeSpan.FromHours(1))).WaitAsync(TimeSpan.FromSeconds(30)));

    [Fact]
    public async Task CG_16_TwoHundredColleaguesBehindOneAddressAllGetInAtNine()
    {
        await AddColleaguesAsync(Limit);
        var late = new SemaphoreSlim(AtOnce);
        var answers = await Task.WhenAll(Enumerable.Range(0, Limit).Select(async number =>
        {
            await late.WaitAsync();
            try
            {
                // One in four mistypes once: that is an office, too.
                var browser = Stranger();
                if (number % 4 == 0)
                {
                    (await browser.TrySignInAsync(Tenant, Colleague(number), Wrong)).ShouldBeRefused();
                }

                return await browser.TrySignInAsync(Tenant, Colleague(number));
            }
            finally
            {
                late.Release();
            }
        }));

        answers.Count(answer => answer.Status == HttpStatusCode.SeeOther).ShouldBe(Limit);
    }

    private static string Colleague(int number) => $"N1{number:000000}";

    private static Task<PortalPage> TryAsync(PortalForm form, string id, string password = Wrong) =>
        form.Fill("Identifier", id).Fill("Password", password).SubmitAsync();

    private async Task AddColleaguesAsync(int count)
    {
        for (var i = 0; i < count; i++)
        {
            await new Account(Tenant, Colleague(i)).AddToAsync(App);
        }
    }
}
