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
        var tables = AuditTables.Of(model);
        return $"""
            EXEC(N'CREATE OR ALTER PROCEDURE portal_trim_audit @tenant uniqueidentifier, @before datetimeoffset, @most int
                WITH EXECUTE AS OWNER AS
            BEGIN
                SET NOCOUNT ON;
                DECLARE @kept int = (
                    SELECT COALESCE(CAST(JSON_VALUE([Profile], ''$.historyDays'') AS int), {AuditTrim.UsualDays})
                    FROM [{tables.Tenants}] WHERE [Id] = @tenant);
                IF @kept IS NULL THROW 50001, N''There is no such tenant.'', 1;
                IF @kept < {AuditTrim.DaysAlwaysKept} SET @kept = {AuditTrim.DaysAlwaysKept};
                DECLARE @horizon datetimeoffset = DATEADD(day, -@kept, SYSDATETIMEOFFSET());
                IF @before > DATEADD(hour, 1, @horizon) THROW 50001, N''Younger events stay.'', 1;
                IF @before < @horizon SET @horizon = @before;
                DECLARE @fromPlace bigint = (SELECT MIN([Place]) FROM [{tables.Leaves}] WHERE [TenantId] = @tenant);
                DECLARE @fromSeal bigint =
                    (SELECT [Number] FROM [{tables.Seals}] WHERE [TenantId] = @tenant AND [FirstPlace] = @fromPlace);
                DECLARE @throughSeal bigint, @throughPlace bigint, @removed int = 0, @marks int;
                WITH next AS (
                    SELECT TOP (@most) * FROM [{tables.Seals}] WHERE [TenantId] = @tenant AND [Number] >= @fromSeal ORDER BY [Number]),
                stretch AS (
                    SELECT [Number], [FirstPlace] + [Count] - 1 AS [LastPlace], SUM([Count]) OVER (ORDER BY [Number]) AS [Sum],
                        MAX(CASE WHEN [NewestAt] < @horizon THEN 0 ELSE 1 END) OVER (ORDER BY [Number]) AS [IsYoung] FROM next)
                SELECT @throughSeal = MAX([Number]), @throughPlace = MAX([LastPlace]) FROM stretch
                    WHERE [IsYoung] = 0 AND ([Sum] <= @most OR [Number] = @fromSeal);
                IF @throughSeal IS NOT NULL
                BEGIN
                    DELETE FROM [{tables.Events}] WHERE [TenantId] = @tenant AND [OccurredAt] < @horizon AND [Id] IN (
                        SELECT [EventId] FROM [{tables.Leaves}]
                        WHERE [TenantId] = @tenant AND [Place] BETWEEN @fromPlace AND @throughPlace);
                    SET @removed = @@ROWCOUNT;
                    DELETE FROM [{tables.Leaves}] WHERE [TenantId] = @tenant AND [Place] BETWEEN @fromPlace AND @throughPlace;
                    SET @marks = @@ROWCOUNT;
                    IF @removed <> @marks OR @marks <> @throughPlace - @fromPlace + 1
                        THROW 50001, N''Events are missing or young; verify the log.'', 1;
                    INSERT INTO [{tables.Events}] ([TenantId], [Id], [OccurredAt], [RecordedAt], [Kind], [ActorKind], [ActorName],
                        [CorrelationId], [Details])
                    VALUES (@tenant, NEWID(), SYSDATETIMEOFFSET(), SYSDATETIMEOFFSET(), N''{AuditTrim.Kind}'', N''System'',
                        N''{AuditTrim.Actor}'', CONCAT(N''{AuditTrim.Actor}-'', CURRENT_TRANSACTION_ID()),
                        (SELECT @kept AS [days], @removed AS [rows], @throughSeal AS [throughSeal] FOR JSON PATH, WITHOUT_ARRAY_WRAPPER));
                END;
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
