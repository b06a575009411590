using Microsoft.EntityFrameworkCore;
using Portal.Web.Data;
using Portal.Web.Data.Entities;
using Portal.Web.Data.Keysets;
using Portal.Web.Tenancy;

namespace Portal.Web.Audit.Histories;

/// <summary>
/// Reads histories by place, never by offset (PERF-3): the screen a page, a file in pieces; both with the same
/// conditions, so that a file holds exactly what the screen would page through (EX-04).
/// </summary>
public sealed class HistoryQuery(PortalDbContext db, HistoryKinds histories, CurrentTenant tenant, TimeProvider clock)
{
    /// <summary>Beyond this many, rows are not counted for a screen.</summary>
    public const int MostCounted = 10_000;

    private static readonly Keyset<AuditEvent> Order = new(row => row.OccurredAt, row => row.Id);

    public async Task<KeysetPart<HistoryRow>> PageAsync(HistoryScope scope, HistoryFilter filter, KeysetStart start)
    {
        ArgumentNullException.ThrowIfNull(filter);
        ArgumentNullException.ThrowIfNull(start);
        var rows = await Read(scope, filter, start, KeysetParts.Enough).ToListAsync();
        return KeysetParts.Of(rows, start, row => row.Place);
    }

    /// <summary>How many there are, or <see cref="MostCounted"/> + 1 for more.</summary>
    public Task<int> CountAsync(HistoryScope scope, HistoryFilter filter) => Matching(scope, filter).Take(MostCounted + 1).CountAsync();

    /// <summary>How many there are, whatever that costs.</summary>
    public Task<int> CountAllAsync(HistoryScope scope, HistoryFilter filter) => Matching(scope, filter).CountAsync();

    /// <summary>The next rows of a file.</summary>
    public async Task<IReadOnlyList<HistoryRow>> BatchAsync(HistoryScope scope, HistoryFilter filter, KeysetPlace? after, int size,
        CancellationToken cancellationToken) =>
        await Read(scope, filter, new KeysetStart(after, false), size).ToListAsync(cancellationToken);

    private IQueryable<HistoryRow> Read(HistoryScope scope, HistoryFilter filter, KeysetStart start, int size)
    {
        var upwards = filter.OldestFirst != start.Backwards;
        string[] withDetails = [AuditKinds.Released, AuditKinds.TemporaryPasswordIssued, .. histories.WithDetails];
        string[] withReason = [.. histories.WithReason];
        return Order.Read(Matching(scope, filter), start.Place, upwards, size).AsNoTracking()
            .GroupJoin(db.Users, row => row.SubjectId, user => user.Id, (row, users) => new { row, users })
            .SelectMany(pair => pair.users.DefaultIfEmpty(), (pair, user) => new HistoryRow
            {
                Id = pair.row.Id,
                OccurredAt = pair.row.OccurredAt,
                Kind = pair.row.Kind,
                SubjectId = pair.row.SubjectId,
                LoginId = pair.row.SubjectName,
                FamilyName = user == null ? null : user.FamilyName,
                GivenName = user == null ? null : user.GivenName,
                ActorKind = pair.row.ActorKind,
                ActorId = pair.row.ActorId,
                ActorName = pair.row.ActorName,
                Address = pair.row.Address,
                Browser = pair.row.Browser,
                Reason = withReason.Contains(pair.row.Kind) ? pair.row.Reason : null,
                Details = withDetails.Contains(pair.row.Kind) ? pair.row.Details : null,
            });
    }

    private IQueryable<AuditEvent> Matching(HistoryScope scope, HistoryFilter filter)
    {
        ArgumentNullException.ThrowIfNull(scope);
        ArgumentNullException.ThrowIfNull(filter);

        // What is due to be removed is not shown any more, whenever the job comes round (HIST-5).
        var kept = clock.GetUtcNow().AddDays(-tenant.Value.Profile.HistoryDays);
        var since = filter.Since > kept ? filter.Since.Value : kept;
        var kinds = histories.Of(filter.Group);
        var rows = db.AuditEvents.Where(row => row.OccurredAt >= since && kinds.Contains(row.Kind));
        rows = scope.UserId is { } user ? rows.Where(row => row.SubjectId == user) : rows.Where(row => row.ContractId == scope.ContractId);
        return filter.Until is { } until ? rows.Where(row => row.OccurredAt < until) : rows;
    }
}
