using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Portal.Web.Data.Entities;
using Portal.Web.Data.PostgreSql;

namespace Portal.Web.Data.SqlServer;

/// <summary>
/// What the application's user may do; can be applied any number of times, by the owner, after the migrations. DENY
/// wins over any role.
/// </summary>
public static class ApplicationRights
{
    public const string ApplicationUser = "portal_app";

    public static string Script(IModel model)
    {
        ArgumentNullException.ThrowIfNull(model);
        var audit = model.FindEntityType(typeof(AuditEvent))!.GetTableName();
        var tenants = model.FindEntityType(typeof(Tenant))!.GetTableName();
        return $"""
            EXEC(N'CREATE OR ALTER PROCEDURE portal_trim_audit @tenant uniqueidentifier, @before datetimeoffset, @most int
                WITH EXECUTE AS OWNER AS
            BEGIN
                SET NOCOUNT ON;
                DECLARE @kept int = (
                    SELECT COALESCE(CAST(JSON_VALUE([Profile], ''$.historyDays'') AS int), {AuditTrim.UsualDays})
                    FROM [{tenants}] WHERE [Id] = @tenant);
                IF @kept IS NULL THROW 50001, N''There is no such tenant.'', 1;
                IF @kept < {AuditTrim.DaysAlwaysKept} SET @kept = {AuditTrim.DaysAlwaysKept};
                DECLARE @horizon datetimeoffset = DATEADD(day, -@kept, SYSDATETIMEOFFSET());
                IF @before > DATEADD(hour, 1, @horizon) THROW 50001, N''Younger events stay.'', 1;
                IF @before < @horizon SET @horizon = @before;
                DECLARE @removed int;
                WITH oldest AS (
                    SELECT TOP (@most) * FROM [{audit}] WHERE [TenantId] = @tenant AND [OccurredAt] < @horizon ORDER BY [OccurredAt])
                DELETE FROM oldest;
                SET @removed = @@ROWCOUNT;
                IF @removed > 0
                    INSERT INTO [{audit}] ([TenantId], [Id], [OccurredAt], [Kind], [ActorKind], [ActorName], [CorrelationId], [Details])
                    VALUES (@tenant, NEWID(), SYSDATETIMEOFFSET(), N''{AuditTrim.Kind}'', N''System'', N''{AuditTrim.Actor}'',
                        CONCAT(N''{AuditTrim.Actor}-'', CURRENT_TRANSACTION_ID()),
                        (SELECT @kept AS [days], @removed AS [rows] FOR JSON PATH, WITHOUT_ARRAY_WRAPPER));
                SELECT @removed AS [Value];
            END');

            IF DATABASE_PRINCIPAL_ID(N'{ApplicationUser}') IS NOT NULL
            BEGIN
                GRANT SELECT, INSERT, UPDATE, DELETE ON SCHEMA::dbo TO [{ApplicationUser}];
                GRANT EXECUTE ON [portal_trim_audit] TO [{ApplicationUser}];
                {string.Join(' ', RowLevelSecurity.AppendOnly(model).Select(Denied))}
                DENY INSERT, UPDATE, DELETE ON [__EFMigrationsHistory] TO [{ApplicationUser}];
            END;

            """;
    }

    private static string Denied(string table) => $"DENY UPDATE, DELETE ON [{table}] TO [{ApplicationUser}];";
}
