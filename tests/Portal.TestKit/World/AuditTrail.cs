using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore;
using Portal.Web.Data.Entities;

namespace Portal.TestKit.World;

/// <summary>Events, wherever they stand.</summary>
public sealed class AuditTrail : StoredRows<AuditEvent>
{
    // 53100: what PostgreSQL answers where a file cannot grow.
    private const string Full = """
        CREATE FUNCTION no_space() RETURNS trigger LANGUAGE plpgsql
        AS $$ BEGIN RAISE EXCEPTION 'could not extend file: No space left on device' USING ERRCODE = 'disk_full'; END $$;
        CREATE TRIGGER no_space BEFORE INSERT ON "AuditEvents" FOR EACH ROW EXECUTE FUNCTION no_space();
        """;

    internal AuditTrail(WorldSource source)
        : base(source)
    {
    }

    /// <summary>From now on the database has no space for another event, and so for no act.</summary>
    public Task FillDiskAsync() => RunAsync(Full);

    public Task MakeRoomAsync() => RunAsync("DROP FUNCTION no_space() CASCADE");

    public Task<long> CountAsync(string kind) => CountAsync(happened => happened.Kind == kind);

    public Task<long> CountAsync(string kind, Guid subject) =>
        CountAsync(happened => happened.Kind == kind && happened.SubjectId == subject);

    /// <summary>Of the newest event of the kind; nothing when there is none.</summary>
    public async Task<TValue?> ReadAsync<TValue>(string kind, Expression<Func<AuditEvent, TValue>> what) =>
        (await AskAsync(events => Newest(events, kind).Select(what).Take(1))).SingleOrDefault();

    public async Task<TValue?> ReadAsync<TValue>(string kind, Guid subject, Expression<Func<AuditEvent, TValue>> what) =>
        (await AskAsync(events => Newest(events, kind).Where(happened => happened.SubjectId == subject).Select(what).Take(1)))
        .SingleOrDefault();

    /// <summary>Of all events of the kind, the oldest first.</summary>
    public Task<IReadOnlyList<TValue>> ListAsync<TValue>(string kind, Expression<Func<AuditEvent, TValue>> what) =>
        AskAsync(events => events.Where(happened => happened.Kind == kind)
            .OrderBy(happened => happened.OccurredAt).ThenBy(happened => happened.Id).Select(what));

    /// <summary>
    /// A past: so many events in which the account signed out, one as long after the other. In one statement, because
    /// some tests want a hundred thousand.
    /// </summary>
    /// <param name="recorded">When the first came into the log, where that was not when it happened.</param>
    public async Task AddPastAsync(Guid subject, int count, DateTimeOffset from, TimeSpan? step = null,
        DateTimeOffset? recorded = null)
    {
        await using var db = Source.Open();
        await db.Database.ExecuteSqlAsync($"""
            INSERT INTO "AuditEvents" ("TenantId", "Id", "OccurredAt", "RecordedAt", "Kind", "ActorKind", "ActorId", "ActorName",
                "SubjectId", "SubjectName", "ContractId", "Address", "CorrelationId")
            SELECT "TenantId", gen_random_uuid(), {from} + number * {step ?? TimeSpan.Zero},
                {recorded ?? from} + number * {step ?? TimeSpan.Zero}, 'signed-out', 'User', "Id", "UserName",
                "Id", "UserName", "ContractId", '203.0.113.10', 'x'
            FROM "Users", generate_series(1, {count}) AS number WHERE "Id" = {subject}
            """);
    }

    private static IQueryable<AuditEvent> Newest(IQueryable<AuditEvent> events, string kind) =>
        events.Where(happened => happened.Kind == kind).OrderByDescending(happened => happened.OccurredAt)
            .ThenByDescending(happened => happened.Id);
}
