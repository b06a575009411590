using System.Text.Json;

namespace Portal.Web.Outbox;

internal static class SqlServerOutboxClaim
{
    // Rows that another worker is claiming are passed over, not waited for (OB-01).
    public static FormattableString Statement(OutboxClaim claim) => $"""
        WITH claimed AS (
          SELECT TOP ({claim.Take}) due.* FROM [Outbox] AS due WITH (READPAST, UPDLOCK, ROWLOCK)
          WHERE due.[TenantId] IN (SELECT CONVERT(uniqueidentifier, [value]) FROM OPENJSON({JsonSerializer.Serialize(claim.Tenants)}))
            AND ((due.[State] = 'Waiting' AND (due.[Tries] = 0 OR due.[NextTryAt] <= {claim.Now} OR due.[NextTryAt] > {claim.ImpossiblePause} OR due.[ValidUntil] <= {claim.Now}))
              OR (due.[State] = 'Sending' AND (due.[LeaseUntil] <= {claim.Now} OR due.[LeaseUntil] > {claim.ImpossibleLease})))
            AND NOT EXISTS (
              SELECT 1 FROM [Outbox] AS earlier
              WHERE earlier.[TenantId] = due.[TenantId] AND earlier.[Recipient] = due.[Recipient] AND earlier.[State] IN ('Waiting', 'Sending')
                AND (earlier.[CreatedAt] < due.[CreatedAt] OR (earlier.[CreatedAt] = due.[CreatedAt] AND earlier.[Id] < due.[Id]))
                AND NOT (due.[ValidUntil] IS NOT NULL AND earlier.[State] = 'Waiting' AND earlier.[NextTryAt] > {claim.Now}))
          ORDER BY CASE WHEN due.[ValidUntil] IS NULL THEN 1 ELSE 0 END, due.[NextTryAt], due.[Id]
        )
        UPDATE claimed SET [State] = 'Sending', [Tries] = [Tries] + 1, [Fence] = [Fence] + 1, [LeaseUntil] = {claim.LeaseEnd}
        OUTPUT inserted.*;
        """;
}
