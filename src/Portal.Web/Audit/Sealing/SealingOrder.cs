using Microsoft.EntityFrameworkCore;
using Portal.Web.Data;
using Portal.Web.Data.Entities;

namespace Portal.Web.Audit.Sealing;

/// <summary>Where an event stands in the order of sealing.</summary>
public sealed record SealingPlace(DateTimeOffset RecordedAt, DateTimeOffset OccurredAt, Guid Id);

/// <summary>Events of the current tenant in the order in which they are sealed: as they came into the log.</summary>
internal sealed class SealingOrder(PortalDbContext db)
{
    public static IQueryable<AuditEvent> Ordered(IQueryable<AuditEvent> rows) =>
        rows.OrderBy(row => row.RecordedAt).ThenBy(row => row.OccurredAt).ThenBy(row => row.Id);

    /// <summary>Those that have no place in the chain.</summary>
    public IQueryable<AuditEvent> Unsealed(IQueryable<AuditEvent> rows) =>
        rows.Where(row => !db.AuditLeaves.Any(leaf => leaf.EventId == row.Id));

    // The first comparison is there for the index (PERF-4).
    public static IQueryable<AuditEvent> Beyond(IQueryable<AuditEvent> rows, SealingPlace from) => rows.Where(row =>
        row.RecordedAt >= from.RecordedAt
        && (row.RecordedAt > from.RecordedAt || row.OccurredAt > from.OccurredAt
            || (row.OccurredAt == from.OccurredAt && row.Id.CompareTo(from.Id) > 0)));

    /// <summary>The place of the last event that was sealed; null where there is none, or it is gone.</summary>
    public Task<SealingPlace?> LastSealedAsync(CancellationToken cancellationToken) =>
        db.AuditLeaves.OrderByDescending(leaf => leaf.Place).Take(1)
            .Join(db.AuditEvents, leaf => leaf.EventId, row => row.Id, (_, row) => new SealingPlace(row.RecordedAt, row.OccurredAt, row.Id))
            .SingleOrDefaultAsync(cancellationToken);
}
