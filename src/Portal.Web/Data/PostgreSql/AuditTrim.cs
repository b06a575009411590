namespace Portal.Web.Data.PostgreSql;

/// <summary>
/// The one way in which events leave the log (HIST-5). The application may not delete any; it may call this function of the owner's, which
/// judges for itself: nothing younger than a month, whoever asks, and only of tenants that the caller sees.
/// </summary>
internal static class AuditTrim
{
    public const int DaysAlwaysKept = 30;

    public static string Script(string table) => $"""
        CREATE OR REPLACE FUNCTION portal_trim_audit(tenant uuid, before timestamptz, most integer) RETURNS integer
        LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $trim$
        DECLARE removed integer;
        BEGIN
          IF before > now() - interval '{DaysAlwaysKept} days' THEN
            RAISE EXCEPTION 'Events of the last {DaysAlwaysKept} days stay.' USING ERRCODE = 'insufficient_privilege';
          END IF;
          DELETE FROM "{table}" WHERE ("TenantId", "Id") IN
            (SELECT "TenantId", "Id" FROM "{table}" WHERE "TenantId" = tenant AND "OccurredAt" < before ORDER BY "OccurredAt" LIMIT most);
          GET DIAGNOSTICS removed = ROW_COUNT;
          RETURN removed;
        END $trim$;
        REVOKE ALL ON FUNCTION portal_trim_audit FROM PUBLIC;
        """;
}
