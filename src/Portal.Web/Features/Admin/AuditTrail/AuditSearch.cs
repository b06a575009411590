using Microsoft.EntityFrameworkCore;
using Portal.Rules.Text;
using Portal.Web.Data;
using Portal.Web.Data.Entities;
using Portal.Web.Data.Keysets;
using Portal.Web.Domain.Accounts.Identity;
using Portal.Web.Features.Admin.Shared;
using Portal.Web.Tenancy;

namespace Portal.Web.Features.Admin.AuditTrail;

/// <summary>An event, and in whose log it stands.</summary>
public sealed record AuditRow(PortalTenant Tenant, AuditEvent Event);

/// <summary>
/// Reads the log by place, never by offset, so that its thousandth page costs what its first one costs (PERF-3). Each
/// tenant gives its own newest rows from its index; only those are merged.
/// </summary>
public sealed class AuditSearch(PortalDbContext db, StaffReach reach, TypedIds typedIds)
{
    /// <summary>A login ID that stands for more accounts than this is no condition.</summary>
    private const int MostSubjects = 100;

    private static readonly KeysetOfTenants<AuditEvent> Order = new(row => row.OccurredAt, row => row.Id);

    public static KeysetPlace PlaceOf(AuditRow row)
    {
        ArgumentNullException.ThrowIfNull(row);
        return Order.PlaceOf(row.Event);
    }

    public async Task<KeysetPart<AuditRow>> ReadAsync(IReadOnlyList<PortalTenant> tenants, AuditFilter filter, KeysetStart start) =>
        KeysetParts.Of(await ReadAsync(tenants, filter, start, KeysetParts.Enough), start, PlaceOf);

    public Task<AuditEvent?> FindAsync(PortalTenant tenant, Guid id) =>
        reach.Within(db.AuditEvents, [tenant]).AsNoTracking().SingleOrDefaultAsync(row => row.Id == id);

    /// <summary>
    /// The accounts of the tenant that an event names and that still exist: what they sign in with today, by their ids.
    /// </summary>
    public async Task<IReadOnlyDictionary<Guid, string>> PeopleOfAsync(PortalTenant tenant, AuditEvent happened)
    {
        ArgumentNullException.ThrowIfNull(happened);
        Guid[] ids = [.. new[] { happened.SubjectId, happened.ActorId, happened.ActingAsId }.OfType<Guid>()];
        var found = await reach.Within(db.Users, [tenant]).Where(user => ids.Contains(user.Id)).AsNoTracking().ToListAsync();
        return found.ToDictionary(user => user.Id, user => user.SignsInWith);
    }

    /// <summary>How many rows an export will have.</summary>
    public async Task<int> CountAsync(IReadOnlyList<PortalTenant> tenants, AuditFilter filter) =>
        await Matching(tenants, filter, await PeopleAsync(tenants, filter)).CountAsync();

    /// <summary>The next rows of an export, newest first.</summary>
    public Task<IReadOnlyList<AuditRow>> BatchAsync(IReadOnlyList<PortalTenant> tenants, AuditFilter filter, KeysetPlace? after,
        int size) =>
        ReadAsync(tenants, filter, new KeysetStart(after, false), size);

    private async Task<IReadOnlyList<AuditRow>> ReadAsync(IReadOnlyList<PortalTenant> tenants, AuditFilter filter, KeysetStart start,
        int size)
    {
        ArgumentNullException.ThrowIfNull(filter);
        var matching = Matching(tenants, filter, await PeopleAsync(tenants, filter));
        var rows = await Order.Read(reach.Rows(tenants), matching, start, size).AsNoTracking().ToListAsync();
        return [.. rows.Select(row => new AuditRow(tenants.First(tenant => tenant.Id == row.TenantId), row))];
    }

    private IQueryable<AuditEvent> Matching(IReadOnlyList<PortalTenant> tenants, AuditFilter filter, People people)
    {
        var rows = reach.Within(db.AuditEvents, tenants);
        rows = filter.Kinds is { } kinds ? rows.Where(row => kinds.Contains(row.Kind)) : rows;
        if (filter.Subject is { } subject)
        {
            // Also what was typed and is nobody's ID, of which the log keeps a fingerprint.
            var names = tenants.SelectMany(tenant => typedIds.NamesOf(tenant, subject)).Distinct().ToArray();
            var subjects = people.Subjects;
            rows = rows.Where(row => names.Contains(row.SubjectName) || subjects.Contains(row.SubjectId!.Value));
        }

        var actors = people.Actors;
        rows = filter.Actor is not null ? rows.Where(row => actors.Contains(row.ActorName)) : rows;
        rows = filter.Address is { } address ? rows.Where(row => row.Address == address) : rows;
        rows = filter.Since is { } since ? rows.Where(row => row.OccurredAt >= since) : rows;
        return filter.Until is { } until ? rows.Where(row => row.OccurredAt < until) : rows;
    }

    private async Task<People> PeopleAsync(IReadOnlyList<PortalTenant> tenants, AuditFilter filter) =>
        new(await SubjectsAsync(tenants, filter.Subject), await ActorsAsync(tenants, filter.Actor));

    /// <summary>
    /// The names under which somebody acts, however they are written: as the accounts of the tenants and of the staff
    /// are spelled, and for whoever has none any more as people write one.
    /// </summary>
    private async Task<string?[]> ActorsAsync(IReadOnlyList<PortalTenant> tenants, string? typed)
    {
        if (typed is null)
        {
            return [];
        }

        var staff = await Meant(db.Users, typed).Select(user => user.UserName!).ToListAsync();
        var customers = await Meant(reach.Within(db.Users, tenants), typed).AsNoTracking().ToListAsync();

        // Older events of a shared ID bear the ID alone.
        return [.. Spellings.Of(typed).Concat(staff).Concat(customers.SelectMany(user => new[] { user.UserName!, user.SignsInWith }))
            .Distinct()];
    }

    /// <summary>
    /// The accounts that a login ID means, however it is written; their events bear the ID of their time.
    /// </summary>
    private async Task<Guid[]> SubjectsAsync(IReadOnlyList<PortalTenant> tenants, string? typed)
    {
        if (typed is null)
        {
            return [];
        }

        return await Meant(reach.Within(db.Users, tenants), typed).Select(user => user.Id).ToArrayAsync();
    }

    private static IQueryable<PortalUser> Meant(IQueryable<PortalUser> users, string typed)
    {
        var (id, phone) = (CanonicalText.LoginId(typed), CanonicalText.PhoneNumber(typed));
        var firstOfPair = id + " ";
        return users
            .Where(user => user.NormalizedUserName == id || user.NormalizedUserName == phone
                || user.NormalizedUserName!.StartsWith(firstOfPair))
            .OrderBy(user => user.Id).Take(MostSubjects);
    }

    /// <summary>Whom the conditions mean.</summary>
    private sealed record People(Guid[] Subjects, string?[] Actors);
}
