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

    public static SchemaPart Part(string events, string tenants) => SchemaPart.Of(
        "portal_trim_audit",
        """
        SELECT NOT EXISTS (
          SELECT FROM pg_proc f WHERE f.pronamespace = 'public'::regnamespace AND f.proname = 'portal_trim_audit'
            AND f.prosrc = $1 AND f.prosecdef AND NOT has_function_privilege('public', f.oid, 'EXECUTE'))
        """,
        Script(events, tenants),
        Body(events, tenants));

    private static string Script(string events, string tenants) => $"""
        CREATE OR REPLACE FUNCTION portal_trim_audit(tenant uuid, before timestamptz, most integer) RETURNS integer
        LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $trim${Body(events, tenants)}$trim$;
        REVOKE ALL ON FUNCTION portal_trim_audit FROM PUBLIC;
        """;

    // The caller's clock may be ahead of this one by a little: an hour is no attempt to remove too much, and removes
    // nothing too much.
    private static string Body(string events, string tenants) => $"""

        DECLARE
          kept integer;
          horizon timestamptz;
          removed integer;
        BEGIN
          SELECT greatest(coalesce(("Profile"::jsonb ->> 'historyDays')::integer, {UsualDays}), {DaysAlwaysKept}) INTO kept
            FROM "{tenants}" WHERE "Id" = tenant;
          IF kept IS NULL THEN
            RAISE EXCEPTION 'There is no such tenant.' USING ERRCODE = 'insufficient_privilege';
          END IF;
          horizon := now() - make_interval(days => kept);
          IF before > horizon + interval '1 hour' THEN
            RAISE EXCEPTION 'Events of the last % days stay.', kept USING ERRCODE = 'insufficient_privilege';
          END IF;
          DELETE FROM "{events}" WHERE ("TenantId", "Id") IN
            (SELECT "TenantId", "Id" FROM "{events}" WHERE "TenantId" = tenant AND "OccurredAt" < least(before, horizon)
              ORDER BY "OccurredAt" LIMIT most);
          GET DIAGNOSTICS removed = ROW_COUNT;
          IF removed > 0 THEN
            INSERT INTO "{events}" ("TenantId", "Id", "OccurredAt", "Kind", "ActorKind", "ActorName", "CorrelationId", "Details")
            VALUES (tenant, gen_random_uuid(), now(), '{Kind}', 'System', '{Actor}', '{Actor}-' || txid_current(),
              json_build_object('days', kept, 'rows', removed)::text);
          END IF;
          RETURN removed;
        END
        """;
}
