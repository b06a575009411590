using System.Diagnostics;
using System.Net;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Portal.Rules.Throttling;
using Portal.TestKit.Accounts;
using Portal.TestKit.Web;
using Portal.TestKit.World;
using Portal.Web.Data;
using Portal.Web.Data.Connections;
using Portal.Web.Data.PostgreSql;
using Portal.Web.Domain.Accounts.Hashing;
using Portal.Web.Domain.Accounts.Passwords;
using Portal.Web.Tenancy;

namespace Portal.Web.Tests.Http.Shares;

/// <summary>One user, or one tenant, that asks for more than its share waits by itself.</summary>
[Trait("Review", "S6")]
public sealed class OneOfMany
{
    private const string Tenant = "control";
    private const string Parent = "N0009001";
    private readonly SessionReads reads = new();

    private Task<PortalApp> AppAsync(params (string Name, string Value)[] settings) =>
        PortalApp.CreateAsync(settings.ToDictionary(each => each.Name, each => (string?)each.Value),
            services => services.ConfigureDbContext<NpgsqlPortalDbContext>(options => options.AddInterceptors(reads)));

    private static async Task<(PortalForm[] Forms, PortalBrowser Browser)> FormsAsync(PortalApp app, int many)
    {
        await new Account(Tenant, Parent) { IsManager = true }.AddToAsync(app);
        var child = await new Account(Tenant, "N0009002").AddToAsync(app);
        var browser = app.CreateBrowser();
        await browser.SignInAsync(Tenant, Parent);
        var forms = new PortalForm[many];
        for (var i = 0; i < many; i++)
        {
            forms[i] = (await browser.GetAsync($"/t/control/operators/{child}/temporary-password")).ShouldBeOk().Form();
        }

        return (forms, browser);
    }

    private static async Task<IDisposable> TurnOfAsync(PortalApp app)
    {
        var tenant =
            (await app.WithServicesAsync(services => services.GetRequiredService<TenantCatalog>().FindBySlugAsync(Tenant).AsTask()))!;
        var user = await app.World.Accounts.IdOfAsync(Parent);
        return (await app.Services.GetRequiredService<HashGate>()
            .EnterAsync(new HashCaller(HashQueue.Known, tenant.Id, "", $"act/{user}")))!;
    }

    [Fact]
    public async Task RX_05_FourRequestsOfASessionAreInWork_TheOthersWaitBeforeAnythingIsRead()
    {
        await using var app = await AppAsync();
        var (forms, _) = await FormsAsync(app, 12);
        Task<PortalPage>[] waiting;
        using (await TurnOfAsync(app))
        {
            reads.Forget();
            waiting = [.. forms.Select(form => Task.Run(() => form.SubmitAsync("パスワードを初期化")))];
            await reads.UntilAsync(4);
            (await app.CreateBrowser().GetAsync("/t/control/login")).ShouldBeOk();
            reads.Count.ShouldBe(4);
        }

        (await Task.WhenAll(waiting)).ShouldAllBe(answer => answer.Status == HttpStatusCode.SeeOther);
    }

    [Fact]
    public async Task RX_05_WhoFindsTheQueueOfItsSessionFull_IsAskedToComeAgain()
    {
        await using var app = await AppAsync(("Portal:RequestsInFlight:PerSession", "1"), ("Portal:RequestsInFlight:Queue", "1"));
        var (forms, browser) = await FormsAsync(app, 3);
        List<Task<PortalPage>> waiting;
        PortalPage refused;
        using (await TurnOfAsync(app))
        {
            waiting = [.. forms.Select(form => Task.Run(() => form.SubmitAsync("パスワードを初期化")))];
            var first = await Task.WhenAny(waiting);
            waiting.Remove(first);
            refused = await first;
        }

        refused.Status.ShouldBe(HttpStatusCode.ServiceUnavailable);
        refused.Headers["Retry-After"].ShouldBe("5");
        (await Task.WhenAll(waiting)).ShouldAllBe(answer => answer.Status == HttpStatusCode.SeeOther);
        (await browser.GetAsync("/t/control/operators")).ShouldBeOk();
    }

    [Fact]
    public async Task RX_06_ATenantThatHasUsedUpItsShareOfConnections_LeavesTheOthersServed()
    {
        await using var app = await AppAsync(("Portal:Database:TenantShare", "2"), ("Portal:Database:TenantPatience", "00:00:00.2"));
        (await app.CreateBrowser().GetAsync("/t/control/login")).ShouldBeOk();
        using var enough = new SemaphoreSlim(0);
        var end = new TaskCompletionSource();
        var busy = Enumerable.Range(0, 2).Select(_ => app.InTenantAsync(Tenant, async _ =>
        {
            enough.Release();
            await end.Task;
        })).ToList();
        await enough.WaitAsync();
        await enough.WaitAsync();

        var turnedAway = await app.CreateBrowser().GetAsync("/t/control/login");
        var served = await app.CreateBrowser().GetAsync("/t/security/login");
        end.SetResult();
        await Task.WhenAll(busy);

        turnedAway.Status.ShouldBe(HttpStatusCode.ServiceUnavailable);
        turnedAway.Headers.Keys.ShouldContain("Retry-After");
        served.ShouldBeOk();
        (await app.CreateBrowser().GetAsync("/t/control/login")).ShouldBeOk();
    }

    [Fact]
    public async Task CG_11_RX_06_HoweverManyStrangersHoldATenantsShare_WhomItKnowsIsServed()
    {
        await using var app = await AppAsync(("Portal:Database:TenantQueue", "0"));
        await new Account(Tenant, Parent).AddToAsync(app);
        var known = app.CreateBrowser();
        (await known.SignInAsync(Tenant, Parent)).ShouldBeOk();
        var shares = app.Services.GetRequiredService<ConnectionShares>();
        var tenant = await app.InTenantAsync(Tenant, services =>
            Task.FromResult(services.GetRequiredService<CurrentTenant>().Value.Id));
        var held = new List<IDisposable?>();
        try
        {
            while (held.Count < 20)
            {
                held.Add(await shares.EnterAsync(tenant, stranger: $"198.51.100.{held.Count / 5}"));
            }

            await Should.ThrowAsync<TimeoutException>(() => shares.EnterAsync(tenant, stranger: "198.51.100.9"));
            (await app.CreateBrowser().GetAsync("/t/control/login")).Status.ShouldBe(HttpStatusCode.ServiceUnavailable);
            (await known.GetAsync("/t/control/home")).ShouldBeOk();
        }
        finally
        {
            held.ForEach(place => place!.Dispose());
        }

        (await app.CreateBrowser().GetAsync("/t/control/login")).ShouldBeOk();
    }

    [Theory]
    [InlineData("198.51.100.66", "198.51.100.66")]
    [InlineData("2001:db8:1:2::1", "2001:db8:1:2:ffff::9")]
    public async Task RX_01_RX_06_OneAddressTakesHalfOfWhatStrangersHave_TheNextOneIsServed(string address, string sameVisitor)
    {
        await using var app = await AppAsync(("Portal:Database:TenantQueue", "0"));
        var shares = app.Services.GetRequiredService<ConnectionShares>();
        var tenant = await app.InTenantAsync(Tenant, services =>
            Task.FromResult(services.GetRequiredService<CurrentTenant>().Value.Id));
        var attacker = app.CreateBrowser();
        attacker.Address = IPAddress.Parse(address);
        var held = new List<IDisposable?>();
        try
        {
            while (held.Count < 10)
            {
                held.Add(await shares.EnterAsync(tenant, stranger: AddressThrottleRules.Key(IPAddress.Parse(sameVisitor))));
            }

            (await attacker.GetAsync("/t/control/login")).Status.ShouldBe(HttpStatusCode.ServiceUnavailable);
            (await app.CreateBrowser().GetAsync("/t/control/login")).ShouldBeOk();
        }
        finally
        {
            held.ForEach(place => place!.Dispose());
        }

        (await attacker.GetAsync("/t/control/login")).ShouldBeOk();
    }

    /// <summary>
    /// At the cost of hashes that production has. How long it took is a matter of the machine; what is asserted adds
    /// what a page that needs nothing takes on it meanwhile.
    /// </summary>
    [Fact]
    [Trait("Timing", "measured")]
    public async Task RX_05_EightyTemporaryPasswordsAtOnce_LeaveTheOthersFast()
    {
        await using var app = await AppAsync(("Portal:Passwords:Iterations", "220000"));
        var (forms, _) = await FormsAsync(app, 80);
        (await app.CreateBrowser().GetAsync("/t/security/login")).ShouldBeOk();

        await using var slowness = Slowness.Measure(() => app.CreateBrowser().GetAsync("/healthz/live"));
        var done = Task.WhenAll(forms.Select(form => Task.Run(() => form.SubmitAsync("パスワードを初期化"))));
        var times = new List<double>();
        var most = 0L;
        while (!done.IsCompleted && times.Count < 400)
        {
            var began = Stopwatch.GetTimestamp();
            (await app.CreateBrowser().GetAsync("/t/security/login")).ShouldBeOk();
            times.Add(Stopwatch.GetElapsedTime(began).TotalMilliseconds);
            var busy = await app.Database.ReadAsync<long>($"""
                SELECT count(*) FROM pg_stat_activity
                WHERE datname = current_database() AND usename = 'portal_app' AND state <> 'idle'
                """);
            most = Math.Max(most, busy);
        }

        var answers = await done;
        var limit = await slowness.AddToAsync(TimeSpan.FromSeconds(1));
        times.Sort();
        var late = times[(int)(times.Count * 0.95)];
        TestContext.Current.TestOutputHelper?.WriteLine($"sign-in pages {times.Count}, median {times[times.Count / 2]:F0} ms, p95 "
            + $"{late:F0} ms, most connections {most}, done {answers.Count(answer => answer.Status == HttpStatusCode.SeeOther)}");
        answers.ShouldAllBe(answer => answer.Status == HttpStatusCode.SeeOther || answer.Status == HttpStatusCode.ServiceUnavailable);
        most.ShouldBeLessThanOrEqualTo(new ConnectionShareOptions().TenantShare, "a tenant has its share, and no more");
        late.ShouldBeLessThan(limit.TotalMilliseconds, $"of {times.Count}");
    }

    [Fact]
    public async Task RX_05_NothingIsHashedOrJudgedInsideATransaction()
    {
        await using var app = await AppAsync();
        var hashing = app.Services.GetRequiredService<PasswordHashing>();
        var hash = hashing.Hash("one");
        foreach (var act in new Action<IServiceProvider>[]
        {
            _ => hashing.Hash("one"),
            _ => hashing.Verify(hash, "one"),
            _ => hashing.SpendTime("one"),
            services => services.GetRequiredService<PasswordJudge>().Judge(new JudgedAgainst([], [], null, []), "one"),
        })
        {
            await Should.ThrowAsync<InvalidOperationException>(() => app.InTenantAsync(Tenant, services =>
            {
                act(services);
                return Task.CompletedTask;
            }));
        }

        // The transaction is over with its work, also for what comes after it in the same flow.
        UnitOfWork.IsOpen.ShouldBeFalse();
        hashing.Verify(hash, "one").ShouldNotBe(PasswordVerificationResult.Failed);
    }
}
