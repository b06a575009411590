namespace Portal.Web.Outbox;

/// <summary>
/// Walks what is owed in the order of an index and looks up each recipient's first row in another one. The planner is
/// not asked: it has no statistics yet of a burst of messages, and would compare all with all (OB-06). Rows that
/// another worker is claiming are passed over, not waited for (OB-01).
/// </summary>
internal static class PostgresOutboxClaim
{
    public static FormattableString Urgent(OutboxClaim claim) => $"""
        SET LOCAL enable_sort = off;
        SET LOCAL enable_incremental_sort = off;
        SET LOCAL enable_bitmapscan = off;
        UPDATE "Outbox" AS row SET "State" = 'Sending', "Tries" = row."Tries" + 1, "Fence" = row."Fence" + 1, "NextTryAt" = {claim.LeaseEnd}
        WHERE row.ctid = ANY (ARRAY (
          SELECT due.ctid FROM "Outbox" AS due
          WHERE due."Channel" = {claim.Channel} AND due."State" IN ('Waiting', 'Sending') AND due."ValidUntil" IS NOT NULL
            AND due."TenantId" = ANY ({claim.Tenants.ToArray()})
            AND (due."NextTryAt" <= {claim.Now}
              OR (due."State" = 'Waiting' AND (due."Tries" = 0 OR due."NextTryAt" > {claim.ImpossiblePause}))
              OR (due."State" = 'Sending' AND due."NextTryAt" > {claim.ImpossibleLease}))
            AND due."Id" = (
              SELECT first."Id" FROM "Outbox" AS first
              WHERE first."TenantId" = due."TenantId" AND first."Channel" = due."Channel"
                AND first."Recipient" = due."Recipient" AND first."State" IN ('Waiting', 'Sending')
                AND (first."Id" = due."Id"
                  OR (first."ValidUntil" IS NOT NULL AND (first."State" = 'Sending' OR first."NextTryAt" <= {claim.Now})))
              ORDER BY first."CreatedAt", first."Id" LIMIT 1)
          ORDER BY due."NextTryAt", due."Id"
          LIMIT {claim.Take}
          FOR UPDATE OF due SKIP LOCKED
        ))
        RETURNING row.*
        """;

    public static FormattableString Usual(OutboxClaim claim) => $"""
        SET LOCAL enable_sort = off;
        SET LOCAL enable_incremental_sort = off;
        SET LOCAL enable_bitmapscan = off;
        UPDATE "Outbox" AS row SET "State" = 'Sending', "Tries" = row."Tries" + 1, "Fence" = row."Fence" + 1, "NextTryAt" = {claim.LeaseEnd}
        WHERE row.ctid = ANY (ARRAY (
          SELECT due.ctid FROM "Outbox" AS due
          WHERE due."Channel" = {claim.Channel} AND due."State" IN ('Waiting', 'Sending') AND due."ValidUntil" IS NULL
            AND due."TenantId" = ANY ({claim.Tenants.ToArray()})
            AND (due."NextTryAt" <= {claim.Now}
              OR (due."State" = 'Waiting' AND (due."Tries" = 0 OR due."NextTryAt" > {claim.ImpossiblePause}))
              OR (due."State" = 'Sending' AND due."NextTryAt" > {claim.ImpossibleLease}))
            AND due."Id" = (
              SELECT first."Id" FROM "Outbox" AS first
              WHERE first."TenantId" = due."TenantId" AND first."Channel" = due."Channel"
                AND first."Recipient" = due."Recipient" AND first."State" IN ('Waiting', 'Sending')
              ORDER BY first."CreatedAt", first."Id" LIMIT 1)
          ORDER BY due."NextTryAt", due."Id"
          LIMIT {claim.Take}
          FOR UPDATE OF due SKIP LOCKED
        ))
        RETURNING row.*
        """;
}
