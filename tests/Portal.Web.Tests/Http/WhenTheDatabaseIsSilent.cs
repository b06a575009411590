using System.Diagnostics;
using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using Portal.TestKit.Accounts;
using Portal.TestKit.Databases;
using Portal.TestKit.Web;
using Portal.Web.Data;
using Portal.Web.Tests.Features.SignIn;

namespace Portal.Web.Tests.Http;

/// <summary>
/// A database that is there and does not answer: nobody waits longer than five seconds, and nobody's waiting is
/// another's.
/// </summary>
[Collection(nameof(CountersOfTheProcess))]
[Trait("Timing", "measured")]
public sealed class WhenTheDatabaseIsSilent : IAsyncLifetime
{
    private const string SignIn = "/t/control/login";
    private const string Home = "/t/control/home";
    private const string Id = "N0009001";
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(5);

    // A page that does not wait at all, on a machine that is busy with other tests.
    private static readonly TimeSpan AtOnce = TimeSpan.FromSeconds(1);

    private PortalApp original = null!;
    private SilentRelay relay = null!;
    private PortalApp app = null!;

    public async ValueTask InitializeAsync()
    {
        original = await PortalApp.CreateAsync();
        await new Account("control", Id).AddToAsync(original);
        relay = SilentRelay.To(original.Database.AppConnectionString);
        app = await PortalApp.CreateAsync(new Dictionary<string, string?>
        {
            ["ConnectionStrings:Portal"] = relay.ConnectionString,
            ["Portal:Database:PatienceFactor"] = "1",
        });

        // A site that has just started on a busy machine is not what is measured.
        var visitor = app.CreateBrowser();
        await UntilAsync(async () => (await visitor.GetAsync(SignIn)).Status == HttpStatusCode.OK);
    }

    public async ValueTask DisposeAsync()
    {
        relay.Speak();
        await app.DisposeAsync();
        await relay.DisposeAsync();
        await original.DisposeAsync();
    }

    [Fact]
    [Trait("Review", "F28")]
    public async Task REL_2_FD_01_AFrozenDatabase_IsSaidSoWithinFiveSeconds_FromTheFirstRequestOn()
    {
        var browser = app.CreateBrowser();
        (await browser.SignInAsync("control", Id)).ShouldBeOk();
        relay.FallSilent();

        await ShouldBeRefusedAsync(Longest,
            Enumerable.Range(0, 40)
            .Select(number => TimedAsync(browser, number % 3 == 0 ? SignIn : number % 3 == 1 ? Home : "/healthz/ready")));

        // By then somebody has looked and found that it does not answer.
        await UntilAsync(async () => (await TimedAsync(browser, Home)).Took < AtOnce);
        await ShouldBeRefusedAsync(AtOnce, Enumerable.Range(0, 20).Select(_ => TimedAsync(browser, Home)));

        relay.Speak();
        await UntilAsync(async () => (await TimedAsync(browser, Home)).Status == HttpStatusCode.OK);
        (await browser.GetAsync("/healthz/ready")).ShouldBeOk();
    }

    [Fact]
    [Trait("Review", "F28")]
    public async Task REL_2_FD_08_ALockOnEverything_IsSaidSoWithinFiveSeconds()
    {
        var browser = app.CreateBrowser();
        await browser.SignInAsync("control", Id);
        await using var owner = new NpgsqlConnection(original.Database.OwnerConnectionString);
        await owner.OpenAsync();
        await using var transaction = await owner.BeginTransactionAsync();
        await using (var locks = new NpgsqlCommand("""
            LOCK TABLE "Tenants", "Users", "Sessions", "SignInStates", "AuditEvents", "__EFMigrationsHistory" IN ACCESS EXCLUSIVE MODE
            """, owner))
        {
            await locks.ExecuteNonQueryAsync();
        }

        await ShouldBeRefusedAsync(Longest,
            Enumerable.Range(0, 12).Select(number => TimedAsync(browser, number % 2 == 0 ? Home : "/healthz/ready")));

        await transaction.RollbackAsync();
        (await browser.GetAsync(Home)).ShouldBeOk();
    }

    [Fact]
    [Trait("Review", "S2")]
    public async Task RX_05_APoolThatGivesNothing_MakesNobodyWaitForAnother()
    {
        var browser = app.CreateBrowser();
        (await browser.GetAsync(SignIn)).ShouldBeOk();
        var taken = new List<AsyncServiceScope>();
        try
        {
            for (var i = 0; i < new NpgsqlConnectionStringBuilder(relay.ConnectionString).MaxPoolSize; i++)
            {
                taken.Add(app.Services.CreateAsyncScope());
                await taken[^1].ServiceProvider.GetRequiredService<PortalDbContext>().Database.OpenConnectionAsync();
            }

            // Twice: the second time what is known of the tenants is older than a second.
            for (var round = 0; round < 2; round++)
            {
                await ShouldBeRefusedAsync(Longest, Enumerable.Range(0, 12).Select(_ => TimedAsync(browser, SignIn)));
            }
        }
        finally
        {
            foreach (var scope in taken)
            {
                await scope.DisposeAsync();
            }
        }

        (await browser.GetAsync(SignIn)).ShouldBeOk();
    }

    private async Task ShouldBeRefusedAsync(TimeSpan within, IEnumerable<Task<Answer>> asked)
    {
        await using var slowness = Slowness.Measure(() => app.CreateBrowser().GetAsync("/healthz/live"));
        var answers = await Task.WhenAll(asked);
        var longest = await slowness.AddToAsync(within);
        TestContext.Current.TestOutputHelper?.WriteLine($"within {longest.TotalSeconds:0.0} s:\n{Show(answers)}");
        answers.ShouldAllBe(answer => answer.Status == HttpStatusCode.ServiceUnavailable && answer.Took < longest, Show(answers));
    }

    private static async Task<Answer> TimedAsync(PortalBrowser browser, string path)
    {
        var began = Stopwatch.GetTimestamp();
        var page = await browser.GetAsync(path);
        return new Answer(path, page.Status, Stopwatch.GetElapsedTime(began));
    }

    private static string Show(IEnumerable<Answer> answers) =>
        string.Join('\n', answers.Select(answer => $"{(int)answer.Status} {answer.Took.TotalSeconds:0.0} s {answer.Path}"));

    private static async Task UntilAsync(Func<Task<bool>> condition)
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(30));
        while (!await condition())
        {
            await Task.Delay(TimeSpan.FromMilliseconds(100), patience.Token);
        }
    }

    private sealed record Answer(string Path, HttpStatusCode Status, TimeSpan Took);
}
