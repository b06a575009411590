using System.Net;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Portal.Rules.TemporaryPasswords;
using Portal.TestKit;
using Portal.TestKit.Accounts;
using Portal.TestKit.Web;
using Portal.Web.Data;

namespace Portal.Web.Tests.Nodes;

/// <summary>
/// Three nodes on one database, whose machines say that it is two hours later, twenty-five earlier and five minutes
/// later. The tests' own clock is that of the database.
/// </summary>
public sealed class NodesWithWrongClocks : IAsyncLifetime
{
    private static readonly TimeSpan[] Wrong = [TimeSpan.FromHours(2), TimeSpan.FromHours(-25), TimeSpan.FromMinutes(5)];
    private readonly List<PortalApp> nodes = [];
    private readonly List<FakeTime> machines = [];

    public ValueTask InitializeAsync() => ValueTask.CompletedTask;

    public async ValueTask DisposeAsync()
    {
        // The first has the database.
        foreach (var node in Enumerable.Reverse(nodes))
        {
            await node.DisposeAsync();
        }
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task FP_06_EveryNodeKnowsTheTimeOfTheDatabase(bool whileRunning)
    {
        await StartAsync(whileRunning);
        foreach (var node in nodes)
        {
            var database = await node.Database.ReadAsync<DateTime>($"SELECT clock_timestamp()");
            var clock = node.Services.GetRequiredService<TimeProvider>();
            (clock.GetUtcNow() - database).Duration().ShouldBeLessThan(TimeSpan.FromMinutes(1));
        }
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task FP_06_ALockEndsOnEveryNodeAtItsTime_NotBefore_NotAfter(bool whileRunning)
    {
        await StartAsync(whileRunning);
        foreach (var (number, node) in nodes.Index())
        {
            var (login, user) = await AddAsync("security", number);
            await Stored.World.Locks.LockAsync(user, Now.AddMinutes(1));
            (await node.CreateBrowser().TrySignInAsync("security", login)).ShouldBeRefused();

            await Stored.World.Locks.LockAsync(user, Now.AddSeconds(-1));
            (await node.CreateBrowser().TrySignInAsync("security", login)).ShouldBe(HttpStatusCode.SeeOther);
        }
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task FP_06_ATemporaryPasswordIsTakenInItsTime_AndAfterItByNoNode(bool whileRunning)
    {
        await StartAsync(whileRunning);
        foreach (var (number, node) in nodes.Index())
        {
            var (login, user) = await AddAsync("control", number);
            var password = await node.IssueTemporaryPasswordAsync("control", user, TemporaryPasswordOrigin.Manager);
            var issued = await Stored.World.TemporaryPasswords.ReadAsync(user, row => row.IssuedAt);
            (Now - issued).Duration().ShouldBeLessThan(TimeSpan.FromMinutes(1));

            await Stored.World.TemporaryPasswords.ChangeAsync(user, row => row.ExpiresAt, Now.AddSeconds(-1));
            (await node.CreateBrowser().TrySignInAsync("control", login, password)).ShouldBeRefused();
            await Stored.World.TemporaryPasswords.ChangeAsync(user, row => row.ExpiresAt, Now.AddMinutes(1));
            (await node.CreateBrowser().TrySignInAsync("control", login, password)).ShouldBe(HttpStatusCode.SeeOther);
        }
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task FP_06_CodesOfAnAppAreThoseOfTheDatabasesTime_OneStepMoreOrLess(bool whileRunning)
    {
        await StartAsync(whileRunning);
        foreach (var (number, node) in nodes.Index())
        {
            var (login, _) = await AddAsync("security", number, hasApp: true);
            var page = await (await node.CreateBrowser().TrySignInAsync("security", login)).FollowAsync();

            // Not what is right by the node's own clock; and three steps, because one may pass while the test goes on.
            foreach (var steps in new[] { (int)Wrong[number].TotalSeconds / 30, -3, 3 })
            {
                page = await page.Form().Fill("Code", Authenticator.Code(Stored, steps)).SubmitAsync();
                page.ShouldBeRefused();
            }

            (await page.Form().Fill("Code", Authenticator.Code(Stored)).SubmitAsync()).ShouldBe(HttpStatusCode.SeeOther);
        }
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task FP_06_ASessionIsNeitherExtendedNorCutShort(bool whileRunning)
    {
        await StartAsync(whileRunning);
        var (login, user) = await AddAsync("control", 0);
        var browser = Stored.CreateBrowser();
        (await browser.SignInAsync("control", login)).ShouldBeOk();
        var ends = await Stored.World.Sessions.ReadAsync(user, row => row.ExpiresAt);

        foreach (var node in nodes)
        {
            await Stored.World.Sessions.ChangeAsync(user, row => row.LastSeenAt, Now.AddMinutes(-29));
            (await browser.At(node).GetAsync("/t/control/home")).ShouldBeOk();
            (Now - await Stored.World.Sessions.ReadAsync(user, row => row.LastSeenAt)).Duration().ShouldBeLessThan(TimeSpan.FromMinutes(1));
            (await Stored.World.Sessions.ReadAsync(user, row => row.ExpiresAt)).ShouldBe(ends);
        }

        await Stored.World.Sessions.ChangeAsync(user, row => row.LastSeenAt, Now.AddMinutes(-31));
        foreach (var node in nodes)
        {
            (await browser.Now().At(node).GetAsync("/t/control/home")).Location.ShouldEndWith("&ended=idle");
        }
    }

    private PortalApp Stored => nodes[0];

    private DateTimeOffset Now => Stored.Time.GetUtcNow();

    /// <param name="whileRunning">The clocks are right until all have started, and jump then.</param>
    private async Task StartAsync(bool whileRunning)
    {
        machines.AddRange(Wrong.Select(_ => FakeTime.Running()));
        var next = 0;
        if (!whileRunning)
        {
            Jump();
        }

        nodes.Add(await PortalApp.CreateAsync(time: FakeTime.Running(), services: services =>
            services.Replace(ServiceDescriptor.Singleton<TimeProvider>(new DatabaseClock(machines[next++])))));
        _ = nodes[0].Services;
        nodes.AddRange([nodes[0].SecondNode(), nodes[0].SecondNode()]);
        next.ShouldBe(Wrong.Length);
        if (whileRunning)
        {
            Jump();
        }
    }

    private void Jump()
    {
        foreach (var (number, machine) in machines.Index())
        {
            machine.Advance(Wrong[number]);
        }
    }

    private async Task<(string Login, Guid User)> AddAsync(string tenant, int number, bool hasApp = false)
    {
        var login = tenant == "control" ? $"N000900{number}" : $"{number}jiro.cs";
        return (login, await new Account(tenant, login) { Email = $"{number}jiro@example.jp", HasApp = hasApp }.AddToAsync(Stored));
    }
}
