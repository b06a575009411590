namespace Portal.Web.Data.PostgreSql;

/// <summary>
/// The one way in which events leave the log (HIST-5). The application may not delete any; it may call this function of
/// the owner's, which judges for itself, whoever asks: nothing younger than the tenant's own row says, never anything
/// younger than a month, and only of tenants that the caller sees. What it removed it records itself, so that nobody
/// removes in silence (AU-02).
/// </summary>
internal static class AuditTrim
{
    public const int DaysAlwaysKept = 30;

    /// <summary>
    /// What a profile that says nothing keeps; by one that says something unreadable nothing is removed.
    /// </summary>
    public const int UsualDays = 400;

    /// <summary>The kind of the event, and who the log says it was.</summary>
    public const string Kind = "history-trimmed";
    public const string Actor = "retention";

    public static SchemaPart Part(AuditTables tables) => SchemaPart.Of(
        "portal_trim_audit",
        """
        SELECT NOT EXISTS (
          SELECT FROM pg_proc f WHERE f.pronamespace = 'public'::regnamespace AND f.proname = 'portal_trim_audit'
            AND f.prosrc = $1 AND f.prosecdef AND NOT has_function_privilege('public', f.oid, 'EXECUTE'))
        """,
        Script(tables),
        Body(tables));

    private static string Script(AuditTables tables) => $"""
        CREATE OR REPLACE FUNCTION portal_trim_audit(tenant uuid, before timestamptz, most integer) RETURNS integer
        LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $trim${Body(tables)}$trim$;
        REVOKE ALL ON FUNCTION portal_trim_audit FROM PUBLIC;
        """;

    // The caller's clock may be ahead of this one by a little: an hour is no attempt to remove too much, and removes
    // nothing too much. Only whole stretches go, the oldest first, and their seals stay, so that the chain still proves
    // what is left; where an event of them is missing already, all of it stays as evidence. What a seal says is not
    // enough to remove an event: the application may add seals.
    private static string Body(AuditTables tables) => $"""

        DECLARE
          kept integer;
          horizon timestamptz;
          from_seal bigint;
          through_seal bigint;
          from_place bigint;
          through_place bigint;
          marks integer;
          removed integer;
        BEGIN
          SELECT greatest(coalesce(("Profile"::jsonb ->> 'historyDays')::integer, {UsualDays}), {DaysAlwaysKept}) INTO kept
            FROM "{tables.Tenants}" WHERE "Id" = tenant;
          IF kept IS NULL THEN
            RAISE EXCEPTION 'There is no such tenant.' USING ERRCODE = 'insufficient_privilege';
          END IF;
          horizon := now() - make_interval(days => kept);
          IF before > horizon + interval '1 hour' THEN
            RAISE EXCEPTION 'Events of the last % days stay.', kept USING ERRCODE = 'insufficient_privilege';
          END IF;
          SELECT min("Place") INTO from_place FROM "{tables.Leaves}" WHERE "TenantId" = tenant;
          SELECT "Number" INTO from_seal FROM "{tables.Seals}" WHERE "TenantId" = tenant AND "FirstPlace" = from_place;
          SELECT max("Number"), max("FirstPlace" + "Count" - 1) INTO through_seal, through_place FROM (
            SELECT "Number", "FirstPlace", "Count", bool_and("NewestAt" < least(before, horizon)) OVER stretches AS is_old,
              sum("Count") OVER stretches AS sum
            FROM (SELECT * FROM "{tables.Seals}" WHERE "TenantId" = tenant AND "Number" >= from_seal ORDER BY "Number" LIMIT most) AS next
            WINDOW stretches AS (ORDER BY "Number")) AS stretch
            WHERE is_old AND (sum <= most OR "Number" = from_seal);
          IF through_seal IS NULL THEN
            RETURN 0;
          END IF;
          DELETE FROM "{tables.Events}" WHERE "TenantId" = tenant AND "OccurredAt" < least(before, horizon) AND "Id" IN
            (SELECT "EventId" FROM "{tables.Leaves}" WHERE "TenantId" = tenant AND "Place" BETWEEN from_place AND through_place);
          GET DIAGNOSTICS removed = ROW_COUNT;
          DELETE FROM "{tables.Leaves}" WHERE "TenantId" = tenant AND "Place" BETWEEN from_place AND through_place;
          GET DIAGNOSTICS marks = ROW_COUNT;
          IF removed <> marks OR marks <> through_place - from_place + 1 THEN
            RAISE EXCEPTION 'Events of the stretches % to % are missing or young; verify the log.', from_seal, through_seal;
          END IF;
          INSERT INTO "{tables.Events}"
            ("TenantId", "Id", "OccurredAt", "RecordedAt", "Kind", "ActorKind", "ActorName", "CorrelationId", "Details")
          VALUES (tenant, gen_random_uuid(), now(), now(), '{Kind}', 'System', '{Actor}', '{Actor}-' || txid_current(),
            json_build_object('days', kept, 'rows', removed, 'throughSeal', through_seal)::text);
          RETURN removed;
        END
        """;
}
