using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Portal.Web.Data.Entities;
using Portal.Web.Data.PostgreSql;

namespace Portal.Web.Data.SqlServer;

/// <summary>What the application's user may do; can be applied any number of times, by the owner, after the migrations. DENY wins over any role.</summary>
public static class ApplicationRights
{
    public const string ApplicationUser = "portal_app";

    public static string Script(IModel model)
    {
        ArgumentNullException.ThrowIfNull(model);
        var audit = model.FindEntityType(typeof(AuditEvent))!.GetTableName();
        return $"""
            EXEC(N'CREATE OR ALTER PROCEDURE portal_trim_audit @tenant uniqueidentifier, @before datetimeoffset, @most int WITH EXECUTE AS OWNER AS
            BEGIN
                SET NOCOUNT ON;
                IF @before > DATEADD(day, -{AuditTrim.DaysAlwaysKept}, SYSDATETIMEOFFSET()) THROW 50001, N''Events of the last {AuditTrim.DaysAlwaysKept} days stay.'', 1;
                WITH oldest AS (SELECT TOP (@most) * FROM [{audit}] WHERE [TenantId] = @tenant AND [OccurredAt] < @before ORDER BY [OccurredAt])
                DELETE FROM oldest;
                SELECT @@ROWCOUNT AS [Value];
            END');

            IF DATABASE_PRINCIPAL_ID(N'{ApplicationUser}') IS NOT NULL
            BEGIN
                GRANT SELECT, INSERT, UPDATE, DELETE ON SCHEMA::dbo TO [{ApplicationUser}];
                GRANT EXECUTE ON [portal_trim_audit] TO [{ApplicationUser}];
                DENY UPDATE, DELETE ON [{audit}] TO [{ApplicationUser}];
                DENY INSERT, UPDATE, DELETE ON [__EFMigrationsHistory] TO [{ApplicationUser}];
            END;

            """;
    }
}
