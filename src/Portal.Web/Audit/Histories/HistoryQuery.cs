using Microsoft.EntityFrameworkCore;
using Portal.Web.Data;
using Portal.Web.Data.Compiled;
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

    /// <summary>A history as it opens, which most people read and leave.</summary>
    private static readonly ShapedQuery<Asked, HistoryRow> First = new(asked => asked.Shape, (db, asked) =>
        Rows(db, Order.Read(Matching(db, asked), null, asked.OldestFirst, KeysetParts.Enough), asked));

    private static readonly ShapedQuery<Asked, int> Counted = new(asked => asked.Shape, (db, asked) =>
        Matching(db, asked).Take(MostCounted + 1).GroupBy(_ => 1).Select(all => all.Count()));

    public async Task<KeysetPart<HistoryRow>> PageAsync(HistoryScope scope, HistoryFilter filter, KeysetStart start)
    {
        ArgumentNullException.ThrowIfNull(filter);
        ArgumentNullException.ThrowIfNull(start);
        var rows = start is { Place: null, Backwards: false }
            ? await First.Ask(db, Of(scope, filter)).ToListAsync()
            : await Read(scope, filter, start, KeysetParts.Enough).ToListAsync();
        return KeysetParts.Of(rows, start, row => row.Place);
    }

    /// <summary>How many there are, or <see cref="MostCounted"/> + 1 for more.</summary>
    public async Task<int> CountAsync(HistoryScope scope, HistoryFilter filter) =>
        (await Counted.Ask(db, Of(scope, filter)).ToListAsync()).SingleOrDefault();

    /// <summary>How many there are, whatever that costs.</summary>
    public Task<int> CountAllAsync(HistoryScope scope, HistoryFilter filter) => Matching(db, Of(scope, filter)).CountAsync();

    /// <summary>The next rows of a file.</summary>
    public async Task<IReadOnlyList<HistoryRow>> BatchAsync(HistoryScope scope, HistoryFilter filter, KeysetPlace? after, int size,
        CancellationToken cancellationToken) =>
        await Read(scope, filter, new KeysetStart(after, false), size).ToListAsync(cancellationToken);

    private IQueryable<HistoryRow> Read(HistoryScope scope, HistoryFilter filter, KeysetStart start, int size)
    {
        var asked = Of(scope, filter);
        return Rows(db, Order.Read(Matching(db, asked), start.Place, filter.OldestFirst != start.Backwards, size), asked);
    }

    private static IQueryable<HistoryRow> Rows(PortalDbContext db, IQueryable<AuditEvent> events, Asked asked) =>
        events.AsNoTracking()
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
                Reason = asked.WithReason.Contains(pair.row.Kind) ? pair.row.Reason : null,
                Details = asked.WithDetails.Contains(pair.row.Kind) ? pair.row.Details : null,
            });

    private static IQueryable<AuditEvent> Matching(PortalDbContext db, Asked asked)
    {
        var rows = db.AuditEvents.Where(row => row.OccurredAt >= asked.Since && asked.Kinds.Contains(row.Kind));
        rows = asked.UserId is not null ? rows.Where(row => row.SubjectId == asked.UserId)
            : rows.Where(row => row.ContractId == asked.ContractId);
        return asked.Until is not null ? rows.Where(row => row.OccurredAt < asked.Until) : rows;
    }

    private Asked Of(HistoryScope scope, HistoryFilter filter)
    {
        ArgumentNullException.ThrowIfNull(scope);
        ArgumentNullException.ThrowIfNull(filter);

        // What is due to be removed is not shown any more, whenever the job comes round (HIST-5).
        var kept = clock.GetUtcNow().AddDays(-tenant.Value.Profile.HistoryDays);
        return new Asked(scope.UserId, scope.ContractId, filter.Since > kept ? filter.Since.Value : kept, filter.Until, filter.OldestFirst)
        {
            Kinds = [.. histories.Of(filter.Group)],
            WithDetails = [AuditKinds.Released, AuditKinds.TemporaryPasswordIssued, .. histories.WithDetails],
            WithReason = [.. histories.WithReason],
        };
    }

    /// <param name="UserId">Null for all of the contract.</param>
    private sealed record Asked(Guid? UserId, Guid? ContractId, DateTimeOffset Since, DateTimeOffset? Until, bool OldestFirst)
    {
        public required IReadOnlyList<string> Kinds { get; init; }

        /// <summary>Kinds of whose details something is told.</summary>
        public required IReadOnlyList<string> WithDetails { get; init; }

        public required IReadOnlyList<string> WithReason { get; init; }

        public object Shape => (UserId is null, Until is null, OldestFirst);
    }
}
