namespace Portal.Web.Outbox;

internal static class PostgresOutboxClaim
{
    // Rows that another worker is claiming are passed over, not waited for (OB-01).
    public static FormattableString Statement(OutboxClaim claim) => $"""
        UPDATE "Outbox" AS row SET "State" = 'Sending', "Tries" = row."Tries" + 1, "Fence" = row."Fence" + 1, "LeaseUntil" = {claim.LeaseEnd}
        FROM (
          SELECT due."TenantId", due."Id" FROM "Outbox" AS due
          WHERE due."TenantId" = ANY ({claim.Tenants.ToArray()})
            AND ((due."State" = 'Waiting' AND (due."Tries" = 0 OR due."NextTryAt" <= {claim.Now} OR due."NextTryAt" > {claim.ImpossiblePause} OR due."ValidUntil" <= {claim.Now}))
              OR (due."State" = 'Sending' AND (due."LeaseUntil" <= {claim.Now} OR due."LeaseUntil" > {claim.ImpossibleLease})))
            AND NOT EXISTS (
              SELECT FROM "Outbox" AS earlier
              WHERE earlier."TenantId" = due."TenantId" AND earlier."Recipient" = due."Recipient" AND earlier."State" IN ('Waiting', 'Sending')
                AND (earlier."CreatedAt" < due."CreatedAt" OR (earlier."CreatedAt" = due."CreatedAt" AND earlier."Id" < due."Id"))
                AND NOT (due."ValidUntil" IS NOT NULL AND earlier."State" = 'Waiting' AND earlier."NextTryAt" > {claim.Now}))
          ORDER BY CASE WHEN due."ValidUntil" IS NULL THEN 1 ELSE 0 END, due."NextTryAt", due."Id"
          LIMIT {claim.Take}
          FOR UPDATE OF due SKIP LOCKED
        ) AS claimed
        WHERE row."TenantId" = claimed."TenantId" AND row."Id" = claimed."Id"
        RETURNING row.*
        """;
}
