using System.Text.Json;

namespace Portal.Web.Outbox;

/// <summary>As for PostgreSQL: rows that another worker is claiming are passed over, not waited for (OB-01).</summary>
internal static class SqlServerOutboxClaim
{
    public static FormattableString Urgent(OutboxClaim claim) => $"""
        WITH claimed AS (
          SELECT TOP ({claim.Take}) due.* FROM [Outbox] AS due WITH (READPAST, UPDLOCK, ROWLOCK)
          WHERE due.[Channel] = {claim.Channel} AND due.[State] IN ('Waiting', 'Sending') AND due.[ValidUntil] IS NOT NULL
            AND due.[TenantId] IN (SELECT CONVERT(uniqueidentifier, [value]) FROM OPENJSON({Json(claim)}))
            AND (due.[NextTryAt] <= {claim.Now}
              OR (due.[State] = 'Waiting' AND (due.[Tries] = 0 OR due.[NextTryAt] > {claim.ImpossiblePause}))
              OR (due.[State] = 'Sending' AND due.[NextTryAt] > {claim.ImpossibleLease}))
            AND due.[Id] = (
              SELECT TOP (1) first.[Id] FROM [Outbox] AS first
              WHERE first.[TenantId] = due.[TenantId] AND first.[Channel] = due.[Channel]
                AND first.[Recipient] = due.[Recipient] AND first.[State] IN ('Waiting', 'Sending')
                AND (first.[Id] = due.[Id]
                  OR (first.[ValidUntil] IS NOT NULL AND (first.[State] = 'Sending' OR first.[NextTryAt] <= {claim.Now})))
              ORDER BY first.[CreatedAt], first.[Id])
          ORDER BY due.[NextTryAt], due.[Id]
        )
        UPDATE claimed SET [State] = 'Sending', [Tries] = [Tries] + 1, [Fence] = [Fence] + 1, [NextTryAt] = {claim.LeaseEnd}
        OUTPUT inserted.*;
        """;

    public static FormattableString Usual(OutboxClaim claim) => $"""
        WITH claimed AS (
          SELECT TOP ({claim.Take}) due.* FROM [Outbox] AS due WITH (READPAST, UPDLOCK, ROWLOCK)
          WHERE due.[Channel] = {claim.Channel} AND due.[State] IN ('Waiting', 'Sending') AND due.[ValidUntil] IS NULL
            AND due.[TenantId] IN (SELECT CONVERT(uniqueidentifier, [value]) FROM OPENJSON({Json(claim)}))
            AND (due.[NextTryAt] <= {claim.Now}
              OR (due.[State] = 'Waiting' AND (due.[Tries] = 0 OR due.[NextTryAt] > {claim.ImpossiblePause}))
              OR (due.[State] = 'Sending' AND due.[NextTryAt] > {claim.ImpossibleLease}))
            AND due.[Id] = (
              SELECT TOP (1) first.[Id] FROM [Outbox] AS first
              WHERE first.[TenantId] = due.[TenantId] AND first.[Channel] = due.[Channel]
                AND first.[Recipient] = due.[Recipient] AND first.[State] IN ('Waiting', 'Sending')
              ORDER BY first.[CreatedAt], first.[Id])
          ORDER BY due.[NextTryAt], due.[Id]
        )
        UPDATE claimed SET [State] = 'Sending', [Tries] = [Tries] + 1, [Fence] = [Fence] + 1, [NextTryAt] = {claim.LeaseEnd}
        OUTPUT inserted.*;
        """;

    private static string Json(OutboxClaim claim) => JsonSerializer.Serialize(claim.Tenants);
}
