using Microsoft.EntityFrameworkCore;
using Portal.Web.Audit;
using Portal.Web.Data;
using Portal.Web.Data.Entities;
using Portal.Web.Tenancy;

namespace Portal.Web.Features.Admin.Outbox;

/// <summary>
/// The mails of the tenants one administers, newest first; read by place, because sent ones add up (PERF-3).
/// </summary>
public sealed class OutboxList(PortalDbContext db, StaffReach reach, TimeProvider clock)
{
    public async Task<LogPart<OutboxMessage>> ReadAsync(IReadOnlyList<PortalTenant> tenants, OutboxQuery query)
    {
        ArgumentNullException.ThrowIfNull(tenants);
        ArgumentNullException.ThrowIfNull(query);
        var start = LogStart.Of(query.After, query.Before);
        var rows = await Take(Beyond(Matching(tenants, query), start), tenants, start.Backwards).ToListAsync();
        return LogParts.Of(rows, start, row => new LogPlace(row.CreatedAt, row.Id));
    }

    /// <summary>How many mails a limit kept back in the last 24 hours (ML-08).</summary>
    public Task<int> WithheldAsync(IReadOnlyList<PortalTenant> tenants)
    {
        var since = clock.GetUtcNow().AddDays(-1);
        return reach.Within(db.AuditEvents, tenants).Where(row => row.Kind == AuditKinds.MailWithheld && row.OccurredAt > since)
            .Take(ListPages.Most).CountAsync();
    }

    /// <summary>A mail of a tenant within reach; not tracked.</summary>
    public Task<OutboxMessage?> FindAsync(PortalTenant tenant, Guid id) =>
        reach.Within(db.Outbox, [tenant]).AsNoTracking().SingleOrDefaultAsync(row => row.Id == id);

    private IQueryable<OutboxMessage> Matching(IReadOnlyList<PortalTenant> tenants, OutboxQuery query)
    {
        var states = query.States;
        var rows = reach.Within(db.Outbox, tenants).Where(row => states.Contains(row.State));
        return query.Recipient?.Trim() is { Length: > 0 } recipient ? rows.Where(row => row.Recipient == recipient) : rows;
    }

    private IQueryable<OutboxMessage> Take(IQueryable<OutboxMessage> rows, IReadOnlyList<PortalTenant> tenants, bool backwards)
    {
        const int Enough = LogParts.Enough;
        var ids = tenants.Select(tenant => tenant.Id).ToArray();
        var visible = db.Tenants.Where(tenant => ids.Contains(tenant.Id));
        var ofEach = backwards
            ? visible.SelectMany(tenant => rows.Where(row => row.TenantId == tenant.Id).OrderBy(row => row.CreatedAt).ThenBy(row => row.Id)
                .Take(Enough))
            : visible.SelectMany(tenant => rows.Where(row => row.TenantId == tenant.Id).OrderByDescending(row => row.CreatedAt)
                .ThenByDescending(row => row.Id).Take(Enough));
        var ordered = backwards
            ? ofEach.OrderBy(row => row.CreatedAt).ThenBy(row => row.Id)
            : ofEach.OrderByDescending(row => row.CreatedAt).ThenByDescending(row => row.Id);
        return ordered.Take(Enough).AsNoTracking();
    }

    private static IQueryable<OutboxMessage> Beyond(IQueryable<OutboxMessage> rows, LogStart start) => start switch
    {
        { Place: null } => rows,
        { Place: var from, Backwards: true } =>
            rows.Where(row => row.CreatedAt >= from.At && (row.CreatedAt > from.At || row.Id.CompareTo(from.Id) > 0)),
        { Place: var from } => rows.Where(row => row.CreatedAt <= from.At && (row.CreatedAt < from.At || row.Id.CompareTo(from.Id) < 0)),
    };
}
