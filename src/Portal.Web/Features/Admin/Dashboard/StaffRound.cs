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
    StaffReach reach, TimeProvider clock)
{
    /// <summary>How many stand on the first page: more than a few are a list.</summary>
    private const int PeopleShown = 6;

    private const string Locked = "lockouts/locked";

    public async Task<StaffQueue> ReadAsync(IReadOnlyList<PortalTenant> tenants)
    {
        var now = clock.GetUtcNow();
        var tables = board.Of(tenants);
        IReadOnlyList<HomeCount> asked =
        [
            new(Locked, reach.Within(db.Users, tenants).WhereLocked(now).Select(user => user.Id)),
            .. sections.SelectMany(section => section.Counts(tenants)),
            .. FigureBoard.Counts(tables),
        ];
        var start = Stopwatch.GetTimestamp();
        var counts = await asked.ReadAsync();
        var answered = Stopwatch.GetElapsedTime(start);
        var latest = await lockouts.LatestAsync(tenants, PeopleShown);
        return new StaffQueue(
            new StuckPeople([.. latest.Select(user => new StuckPerson(user, ActFor(user)))], counts[Locked]),
            [.. sections.SelectMany(section => section.Tasks(counts)).OrderBy(task => task.Tone)],
            answered)
        {
            Tables = FigureBoard.Read(tables, counts),
        };
    }

    private DelegatedAct? ActFor(LockedUser user) => user.Way is { } act && reach.MayAct(user.Tenant, user.Id, act) ? act : null;
}
