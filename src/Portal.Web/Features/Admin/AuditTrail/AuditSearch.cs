using Microsoft.EntityFrameworkCore;
using Portal.Rules.Text;
using Portal.Web.Audit;
using Portal.Web.Data;
using Portal.Web.Data.Entities;
using Portal.Web.Domain.Accounts.Identity;
using Portal.Web.Tenancy;

namespace Portal.Web.Features.Admin.AuditTrail;

/// <summary>
/// Reads the log by place, never by offset, so that its thousandth page costs what its first one costs (PERF-3). Each
/// tenant gives its own newest rows from its index; only those are merged.
/// </summary>
public sealed class AuditSearch(PortalDbContext db, StaffReach reach, TypedIds typedIds)
{
    /// <summary>A login ID that stands for more accounts than this is no condition.</summary>
    private const int MostSubjects = 100;

    public static LogPlace PlaceOf(AuditEvent row)
    {
        ArgumentNullException.ThrowIfNull(row);
        return new LogPlace(row.OccurredAt, row.Id);
    }

    public async Task<LogPart<AuditEvent>> ReadAsync(IReadOnlyList<PortalTenant> tenants, AuditFilter filter, LogStart start)
    {
        ArgumentNullException.ThrowIfNull(filter);
        var matching = Matching(tenants, filter, await SubjectsAsync(tenants, filter.Subject));
        return LogParts.Of(await Take(matching, tenants, start, LogParts.Enough).ToListAsync(), start, PlaceOf);
    }

    public Task<AuditEvent?> FindAsync(PortalTenant tenant, Guid id) =>
        reach.Within(db.AuditEvents, [tenant]).AsNoTracking().SingleOrDefaultAsync(row => row.Id == id);

    /// <summary>How many rows an export will have.</summary>
    public async Task<int> CountAsync(IReadOnlyList<PortalTenant> tenants, AuditFilter filter) =>
        await Matching(tenants, filter, await SubjectsAsync(tenants, filter.Subject)).CountAsync();

    /// <summary>The next rows of an export, newest first.</summary>
    public async Task<IReadOnlyList<AuditEvent>> BatchAsync(
        IReadOnlyList<PortalTenant> tenants, AuditFilter filter, LogPlace? after, int size) =>
        await Take(Matching(tenants, filter, await SubjectsAsync(tenants, filter.Subject)), tenants, new LogStart(after, false), size)
            .ToListAsync();

    private IQueryable<AuditEvent> Take(IQueryable<AuditEvent> matching, IReadOnlyList<PortalTenant> tenants, LogStart start, int size)
    {
        var ids = tenants.Select(tenant => tenant.Id).ToArray();
        var rows = Beyond(matching, start);
        var visible = db.Tenants.Where(tenant => ids.Contains(tenant.Id));
        var ofEach = start.Backwards
            ? visible.SelectMany(tenant => rows.Where(row => row.TenantId == tenant.Id).OrderBy(row => row.OccurredAt).ThenBy(row => row.Id)
                .Take(size))
            : visible.SelectMany(tenant => rows.Where(row => row.TenantId == tenant.Id).OrderByDescending(row => row.OccurredAt)
                .ThenByDescending(row => row.Id).Take(size));
        var ordered = start.Backwards
            ? ofEach.OrderBy(row => row.OccurredAt).ThenBy(row => row.Id)
            : ofEach.OrderByDescending(row => row.OccurredAt).ThenByDescending(row => row.Id);
        return ordered.Take(size).AsNoTracking();
    }

    private static IQueryable<AuditEvent> Beyond(IQueryable<AuditEvent> rows, LogStart start) => start switch
    {
        { Place: null } => rows,
        { Place: var from, Backwards: true } =>
            rows.Where(row => row.OccurredAt >= from.At && (row.OccurredAt > from.At || row.Id.CompareTo(from.Id) > 0)),
        { Place: var from } => rows.Where(row => row.OccurredAt <= from.At && (row.OccurredAt < from.At || row.Id.CompareTo(from.Id) < 0)),
    };

    private IQueryable<AuditEvent> Matching(IReadOnlyList<PortalTenant> tenants, AuditFilter filter, Guid[] subjects)
    {
        var rows = reach.Within(db.AuditEvents, tenants);
        rows = filter.Kind is { } kind ? rows.Where(row => row.Kind == kind) : rows;
        if (filter.Subject is { } subject)
        {
            // Also what was typed and is nobody's ID, of which the log keeps a fingerprint.
            var names = tenants.SelectMany(tenant => typedIds.NamesOf(tenant, subject)).Distinct().ToArray();
            rows = rows.Where(row => names.Contains(row.SubjectName) || subjects.Contains(row.SubjectId!.Value));
        }

        rows = filter.Actor is { } actor ? rows.Where(row => row.ActorName == actor) : rows;
        rows = filter.Address is { } address ? rows.Where(row => row.Address == address) : rows;
        rows = filter.Since is { } since ? rows.Where(row => row.OccurredAt >= since) : rows;
        return filter.Until is { } until ? rows.Where(row => row.OccurredAt < until) : rows;
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

        var (id, phone) = (CanonicalText.LoginId(typed), CanonicalText.PhoneNumber(typed));
        var firstOfPair = id + " ";
        return await reach.Within(db.Users, tenants)
            .Where(user => user.NormalizedUserName == id || user.NormalizedUserName == phone
                || user.NormalizedUserName!.StartsWith(firstOfPair))
            .OrderBy(user => user.Id).Take(MostSubjects).Select(user => user.Id).ToArrayAsync();
    }
}
