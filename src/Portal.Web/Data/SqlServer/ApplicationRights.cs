using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Portal.Web.Data.Entities;

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
            IF DATABASE_PRINCIPAL_ID(N'{ApplicationUser}') IS NOT NULL
            BEGIN
                GRANT SELECT, INSERT, UPDATE, DELETE ON SCHEMA::dbo TO [{ApplicationUser}];
                DENY UPDATE, DELETE ON [{audit}] TO [{ApplicationUser}];
                DENY INSERT, UPDATE, DELETE ON [__EFMigrationsHistory] TO [{ApplicationUser}];
            END;

            """;
    }
}
