using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Portal.Rules.Lockout;
using Portal.TestKit.Accounts;
using Portal.TestKit.Web;
using Portal.Web.Data;
using Portal.Web.Domain.Accounts.Lockout;
using Portal.Web.Tenancy.Times;
using Portal.Web.Tests.Features.Admin;

namespace Portal.Web.Tests.Domain.Accounts.Lockout;

/// <summary>Since when, until when and why: rule and database say the same, and so do all pages.</summary>
public sealed class ReadingLocks : StaffTest
{
    private const string ChildId = "N0009002";

    [Fact]
    public async Task LOCK_10_OfEveryStateOfBothSourcesRuleAndDatabaseSayTheSame()
    {
        var id = await new Account(Control, ChildId).AddToAsync(App);
        var now = App.Time.GetUtcNow();
        var at = new Moment(now);
        await App.InTenantAsync(Control, async services =>
        {
            var db = services.GetRequiredService<PortalDbContext>();
            var row = await db.SignInStates.SingleAsync(state => state.UserId == id);
            var user = db.Users.AsNoTracking().Where(user => user.Id == id);
            foreach (var state in States(now))
            {
                row.Store(state);
                await db.SaveChangesAsync();
                var facts = LockFacts.Of(state, now);

                (await user.AnyAsync(LockedAccounts.Locked(at))).ShouldBe(facts is not null, state.ToString());
                (await user.Select(LockedAccounts.Since(at)).SingleAsync()).ShouldBe(facts?.Since, state.ToString());
                (await user.Select(LockedAccounts.Until(at)).SingleAsync()).ShouldBe(facts?.Until, state.ToString());
                LockoutRules.IsLocked(state, now).ShouldBe(facts is not null, state.ToString());
            }
        });
    }

    [Fact]
    public async Task LOCK_10_WhereBothSourcesAreLockedManagersAndStaffReadTheSameTimes()
    {
        var (id, manager, agent) =
            await PeopleAsync(strangerUntil: App.Time.GetUtcNow().AddMinutes(10), knownUntil: App.Time.GetUtcNow().AddMinutes(25));

        foreach (var page in await PagesAsync(id, manager, agent))
        {
            page.ShouldContain("9:30");
            page.ShouldContain("10:25");
        }
    }

    [Fact]
    public async Task LOCK_10_ALockThatHasRunOutHidesNoLiveOneFromManagersAndStaff()
    {
        var (id, manager, agent) = await PeopleAsync(strangerUntil: App.Time.GetUtcNow().AddMinutes(-5), knownUntil: null);

        foreach (var page in await PagesAsync(id, manager, agent))
        {
            page.ShouldContain("9:40");
            page.ShouldNotContain("9:30");
            page.ShouldNotContain("9:55");
        }
    }

    /// <summary>
    /// A child whose strangers are locked out since 09:30, and its own browsers since 09:40; it is 10:00.
    /// </summary>
    private async Task<(Guid Id, PortalBrowser Manager, PortalBrowser Agent)> PeopleAsync(DateTimeOffset strangerUntil,
        DateTimeOffset? knownUntil)
    {
        await new Account(Control, "N0009001") { IsManager = true }.AddToAsync(App);
        var id = await AddLockedAsync(Control, ChildId, until: strangerUntil);
        var now = App.Time.GetUtcNow();
        var at = new Moment(now);
        await App.World.Locks.ChangeAsync(id, set => set
            .SetProperty(state => state.StrangerLockedAt, now.AddMinutes(-30))
            .SetProperty(state => state.KnownFailures, 5)
            .SetProperty(state => state.KnownLockedAt, now.AddMinutes(-20))
            .SetProperty(state => state.KnownLockedUntil, knownUntil));
        var manager = App.CreateBrowser();
        await manager.SignInAsync(Control, "N0009001");
        return (id, manager, await AgentAsync());
    }

    /// <summary>What each page that shows the lock says of it.</summary>
    private static async Task<IReadOnlyList<string>> PagesAsync(Guid id, PortalBrowser manager, PortalBrowser agent) =>
    [
        Row(await manager.GetAsync("/t/control/operators/locked")),
        string.Join(' ',
            (await manager.GetAsync($"/t/control/operators/{id}")).ShouldBeOk().Texts("dl > div")
            .Where(row => row.StartsWith("ロック", StringComparison.Ordinal) || row.StartsWith("解除", StringComparison.Ordinal))),
        Row(await agent.GetAsync("/admin/lockouts")),
        (await agent.GetAsync(PathOf(Control, id))).ShouldBeOk().Find(".p-callout").TextContent,
    ];

    private static string Row(PortalPage page) =>
        page.ShouldBeOk().Texts("tbody tr").Single(row => row.Contains(ChildId, StringComparison.Ordinal));

    private static IEnumerable<LockoutState> States(DateTimeOffset now)
    {
        DateTimeOffset[] begins = [now.AddMinutes(-40), now.AddMinutes(-30)];
        DateTimeOffset?[] ends = [now.AddMinutes(-5), now, now.AddMinutes(5), now.AddMinutes(10), null];
        var sources = begins.SelectMany(begin => ends.Select(end => new SourceState(5, begin, end))).Prepend(SourceState.Clear).ToList();
        return from stranger in sources
               from known in sources
               from voided in new DateTimeOffset?[] { null, now.AddHours(-1) }
               select new LockoutState(stranger, known, 10, 1, voided);
    }
}
