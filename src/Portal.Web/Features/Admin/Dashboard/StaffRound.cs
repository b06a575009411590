using System.Diagnostics;
using Portal.Rules.Delegation;
using Portal.Web.Data;
using Portal.Web.Domain.Accounts.Lockout;
using Portal.Web.Features.Admin.Shared;
using Portal.Web.Features.Shared.Homes;
using Portal.Web.Tenancy;

namespace Portal.Web.Features.Admin.Dashboard;

/// <param name="Act">What lets the person in again; null where that is left to others.</param>
public sealed record StuckPerson(LockedUser User, DelegatedAct? Act);

/// <summary>Who cannot sign in now, the latest first, and how many they are in all.</summary>
public sealed record StuckPeople(IReadOnlyList<StuckPerson> Latest, int Count);

/// <param name="Answered">How long the database took to count it all.</param>
public sealed record StaffQueue(StuckPeople Stuck, IReadOnlyList<HomeTask> Tasks, TimeSpan Answered)
{
    /// <summary>What came and how things stand.</summary>
    public IReadOnlyList<CountedTable> Tables { get; init; } = [];
}

/// <summary>What waits for the staff now, from all sections (ADMIN-9).</summary>
public sealed class StaffRound(IEnumerable<IStaffSection> sections, FigureBoard board, LockoutList lockouts, PortalDbContext db,
    StaffReach reach)
{
    private const string Locked = "lockouts/locked";

    public async Task<StaffQueue> ReadAsync(IReadOnlyList<PortalTenant> tenants)
    {
        HomeAsk[] asks = [lockouts.Ask(Locked, tenants), .. sections.Select(section => section.Ask(tenants)).OfType<HomeAsk>()];
        HomeCounts? together = null;
        var start = Stopwatch.GetTimestamp();
        var tables = await board.ReadAsync(tenants, async figures => together = await db.ReadManyAsync([.. asks, .. figures]));
        var counts = together ?? await db.ReadAsync(asks);
        var answered = Stopwatch.GetElapsedTime(start);
        var latest = await lockouts.LatestAsync(tenants);
        return new StaffQueue(
            new StuckPeople([.. latest.Select(user => new StuckPerson(user, ActFor(user)))], counts[Locked]),
            [.. sections.SelectMany(section => section.Tasks(counts)).OrderBy(task => task.Tone)],
            answered)
        {
            Tables = tables,
        };
    }

    private DelegatedAct? ActFor(LockedUser user) => user.Way is { } act && reach.MayAct(user.Tenant, user.Id, act) ? act : null;
}
