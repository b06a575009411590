using System.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Portal.Web.Data.Entities;

namespace Portal.Web.Data.PostgreSql;

/// <summary>
/// The second wall: policies for every tenant-owned table and the rights of the application's role, made from the model
/// so that no new table is forgotten. The script can be applied any number of times, by the owner, after the migrations.
/// </summary>
public static class RowLevelSecurity
{
    public const string ApplicationRole = "portal_app";

    public static string Script(IModel model)
    {
        ArgumentNullException.ThrowIfNull(model);
        var script = new StringBuilder();
        foreach (var table in model.GetEntityTypes().Where(type => type.ClrType.IsAssignableTo(typeof(ITenantOwned))).Select(type => type.GetTableName()!).Order(StringComparer.Ordinal))
        {
            script.AppendLine(Policy(table));
        }

        return script.AppendLine(AuditTrim.Script(model.FindEntityType(typeof(AuditEvent))!.GetTableName()!)).AppendLine(Rights(model)).ToString();
    }

    // The inner SELECT is evaluated once a query; without it the setting would be taken apart again for each row.
    private static string Policy(string table) => $"""
        ALTER TABLE "{table}" ENABLE ROW LEVEL SECURITY;
        ALTER TABLE "{table}" FORCE ROW LEVEL SECURITY;
        DROP POLICY IF EXISTS tenant_wall ON "{table}";
        CREATE POLICY tenant_wall ON "{table}" USING ("TenantId" = ANY ((SELECT string_to_array(nullif(current_setting('portal.tenants', true), ''), ',')::uuid[])::uuid[]));
        """;

    private static string Rights(IModel model)
    {
        var audit = model.FindEntityType(typeof(AuditEvent))!.GetTableName();
        return $"""
            DO $$
            BEGIN
              IF EXISTS (SELECT FROM pg_roles WHERE rolname = '{ApplicationRole}') THEN
                GRANT USAGE ON SCHEMA public TO {ApplicationRole};
                GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA public TO {ApplicationRole};
                GRANT USAGE ON ALL SEQUENCES IN SCHEMA public TO {ApplicationRole};
                REVOKE UPDATE, DELETE, TRUNCATE ON "{audit}" FROM {ApplicationRole};
                GRANT EXECUTE ON FUNCTION portal_trim_audit TO {ApplicationRole};
                REVOKE INSERT, UPDATE, DELETE ON "__EFMigrationsHistory" FROM {ApplicationRole};
              END IF;
            END $$;
            """;
    }
}
