using System.Diagnostics;
using Microsoft.Extensions.DependencyInjection;
using Portal.Rules.TemporaryPasswords;
using Portal.TestKit.Accounts;
using Portal.TestKit.Web;
using Portal.Web.Data.PostgreSql;
using Portal.Web.Domain.Accounts.Throttling;
using Portal.Web.Tests.Performance;

namespace Portal.Web.Tests.Features.SignIn;

/// <summary>
/// What a stranger can learn from the time of an answer: nothing. With a fortieth of the usual hash cost, so that what
/// is beside the hash weighs forty times as much.
/// </summary>
[Collection(nameof(CountersOfTheProcess))]
public sealed class TellingByTime : SignInTest
{
    private const int Samples = 200;
    private const int Attempts = 3;
    private const double LargestGap = 0.05;
    private const double SmallestProbability = 0.01;
    private const string Unknown = "N0009021";
    private const string AlsoUnknown = "N0009022";
    private const string Locked = "N0009023";
    private const string Disabled = "N0009024";
    private const string Expired = "N0009025";
    private const string Foreign = "N0009026";
    private static readonly string[] Classes = [Unknown, AlsoUnknown, Id, Locked, Disabled, Expired, Foreign];
    private readonly RoundTripCounter counter = new();

    protected override IReadOnlyDictionary<string, string?> Settings => new Dictionary<string, string?>
    {
        ["Portal:Passwords:Iterations"] = "5500",
        ["Portal:AddressThrottle:SlowAfter"] = "1000000",
        ["Portal:AddressThrottle:RefuseAfter"] = "1000000",
        ["Portal:AddressThrottle:Accounts"] = "1000000",
    };

    protected override Action<IServiceCollection>? Services =>
        services => services.ConfigureDbContext<NpgsqlPortalDbContext>(options => options.AddInterceptors(counter));

    public override async ValueTask InitializeAsync()
    {
        await base.InitializeAsync();
        await App.ChangeProfileAsync(Tenant, profile => profile with { Lockout = profile.Lockout with { Limit = 100 } });
        await new Account(Tenant,
            Locked)
        {
            With = user => user.SignIn = new()
            {
                UserId = user.Id,
                StrangerLockedAt = App.Time.GetUtcNow(),
                StrangerFailures = 5
            }
        }.AddToAsync(App);
        await new Account(Tenant, Disabled) { With = user => user.DisabledAt = App.Time.GetUtcNow() }.AddToAsync(App);
        await new Account("security", Foreign).AddToAsync(App);
        var expired = await new Account(Tenant, Expired).AddToAsync(App);
        await App.IssueTemporaryPasswordAsync(Tenant, expired, TemporaryPasswordOrigin.Mail);
        App.Time.Advance(TimeSpan.FromHours(25));
    }

    [Fact]
    public async Task EN_02_EveryRefusalAsksTheDatabaseEquallyOften()
    {
        var form = await FormAsync();
        foreach (var id in Classes)
        {
            // The first try of an address at an ID makes the row of its count, existing or not.
            await RefuseAsync(form, id);
        }

        var counts = new Dictionary<string, IReadOnlyList<string>>();
        foreach (var id in Classes)
        {
            counter.Take();
            await RefuseAsync(form, id);
            counts[id] = counter.Take();
        }

        counts.Values.Select(asked => asked.Count).Distinct().Count()
            .ShouldBe(1,
                string.Join("\n\n=====\n",
                    counts.Select(asked => $"{asked.Key}: {asked.Value.Count}\n{string.Join("\n--\n", asked.Value)}")));
    }

    /// <summary>
    /// Two unknown IDs are the measure of the machine's own noise: no class may differ from them by more than that and
    /// 5 %, nor surely. One class in a hundred looks different by chance alone, so what was found must be found again.
    /// </summary>
    [Fact]
    [Trait("Timing", "measured")]
    public async Task EN_02_TheTimeOfARefusalDoesNotTellItsReason()
    {
        var form = await FormAsync();
        await SampleAsync(form, 10);
        var suspects = Classes.Skip(2).ToArray();
        var found = new List<string>();
        for (var attempt = 0; attempt < Attempts && suspects.Length > 0; attempt++)
        {
            var times = await SampleAsync(form, Samples);
            suspects = [.. suspects.Where(id => Differs(times, id, found))];
        }

        suspects.ShouldBeEmpty(string.Join('\n', found));
    }

    private static bool Differs(Dictionary<string, List<double>> times, string id, List<string> found)
    {
        var noise = Math.Abs(Gap(times[AlsoUnknown], times[Unknown]));
        var gap = Math.Abs(Gap(times[id], times[Unknown]));
        var probability = MannWhitney.TwoSided(times[id], [.. times[Unknown], .. times[AlsoUnknown]]);
        found.Add($"{id}: gap {gap:P1} beside a noise of {noise:P1}, p = {probability:0.0000}");
        return gap > LargestGap + noise || probability <= SmallestProbability;
    }

    private static double Gap(List<double> one, List<double> other) => (Middle(one) / Middle(other)) - 1;

    private static double Middle(List<double> values) => values.Order().ElementAt(values.Count / 2);

    /// <summary>Interleaved, each round in another order, so that the machine's load meets all classes alike.</summary>
    private static async Task<Dictionary<string, List<double>>> SampleAsync(PortalForm form, int rounds)
    {
        var times = Classes.ToDictionary(id => id, _ => new List<double>());
        var random = new Random(20260513);
        for (var round = 0; round < rounds; round++)
        {
            foreach (var id in Classes.OrderBy(_ => random.Next()))
            {
                var began = Stopwatch.GetTimestamp();
                await RefuseAsync(form, id);
                times[id].Add(Stopwatch.GetElapsedTime(began).TotalMilliseconds);
            }
        }

        return times;
    }

    private async Task<PortalForm> FormAsync() => (await App.CreateBrowser().GetAsync("/t/control/login")).Form("main form");

    private static async Task RefuseAsync(PortalForm form, string id) =>
        (await form.Fill("Identifier", id).Fill("Password", Wrong).SubmitAsync()).ShouldBeRefused();
}
