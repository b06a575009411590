using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Npgsql;
using Portal.Web.Data.Entities;

namespace Portal.Web.Data.PostgreSql;

/// <summary>
/// The second wall: policies for every tenant-owned table and the rights of the application's role, made from the model
/// so that no new table is forgotten. It can be applied any number of times, by the owner, after the migrations.
/// </summary>
internal static class RowLevelSecurity
{
    public const string ApplicationRole = "portal_app";
    private const string History = "__EFMigrationsHistory";

    // The inner SELECT is evaluated once a query; without it the setting would be taken apart again for each row.
    private const string Condition =
        """("TenantId" = ANY ((SELECT string_to_array(nullif(current_setting('portal.tenants', true), ''), ',')::uuid[])::uuid[]))""";

    private const string WallIsMissing = """
        SELECT NOT EXISTS (
          SELECT FROM pg_class c JOIN pg_policy p ON p.polrelid = c.oid
          WHERE c.oid = to_regclass($1) AND c.relrowsecurity AND c.relforcerowsecurity AND p.polname = 'tenant_wall'
            AND p.polpermissive AND p.polcmd = '*' AND p.polroles = '{0}' AND p.polwithcheck IS NULL
            AND pg_get_expr(p.polqual, p.polrelid) = $2)
        """;

    private const string RightsAreMissing = """
        SELECT EXISTS (SELECT FROM pg_roles WHERE rolname = $1) AND (
          NOT has_schema_privilege($1, 'public', 'USAGE')
          OR EXISTS (SELECT FROM pg_class c WHERE c.relnamespace = 'public'::regnamespace AND c.relkind IN ('r', 'p', 'v', 'm', 'f')
            AND c.relname NOT IN ('CaseTexts', 'ArticleTexts') AND (
            NOT has_table_privilege($1, c.oid, 'SELECT')
            OR has_table_privilege($1, c.oid, 'INSERT') = (c.relname = $3)
            OR has_table_privilege($1, c.oid, 'UPDATE') = (c.relname::text = ANY ($2) OR c.relname = $3)
            OR has_table_privilege($1, c.oid, 'DELETE') = (c.relname::text = ANY ($2) OR c.relname = $3)
            OR (c.relname::text = ANY ($2) AND has_table_privilege($1, c.oid, 'TRUNCATE'))))
          OR has_table_privilege($1, 'public."CaseTexts"', 'SELECT, INSERT, UPDATE, DELETE, TRUNCATE')
          OR has_table_privilege($1, 'public."ArticleTexts"', 'SELECT, INSERT, UPDATE, DELETE, TRUNCATE')
          OR EXISTS (SELECT FROM pg_class c WHERE c.relnamespace = 'public'::regnamespace
            AND CASE WHEN c.relkind = 'S' THEN NOT has_sequence_privilege($1, c.oid, 'USAGE') ELSE false END)
          OR (SELECT count(*) FROM pg_proc f WHERE f.pronamespace = 'public'::regnamespace
            AND f.proname IN ('portal_trim_audit', 'portal_find_cases', 'portal_find_articles')
            AND has_function_privilege($1, f.oid, 'EXECUTE')) <> 3)
        """;

    /// <summary>All of it as one script.</summary>
    public static string Script(IModel model) => string.Join(Environment.NewLine, Parts(model, null).Select(part => part.Make));

    /// <param name="condition">The condition of the wall as this server writes it; null where that is not known, and
    /// all walls are made anew.</param>
    public static IEnumerable<SchemaPart> Parts(IModel model, string? condition)
    {
        ArgumentNullException.ThrowIfNull(model);
        string NameOf<T>() => model.FindEntityType(typeof(T))!.GetTableName()!;
        return
        [
            .. Walled(model).Select(table => SchemaPart.Of(table, WallIsMissing, Policy(table), $"\"{table}\"", condition ?? "")),
            AuditTrim.Part(AuditTables.Of(model)),
            .. CaseTexts.Parts(NameOf<SupportCase>(), NameOf<CaseEntry>(), NameOf<Tenant>()),
            .. ArticleTexts.Parts(NameOf<ArticleVersion>(), NameOf<Tenant>()),
            SchemaPart.Of("rights", RightsAreMissing, Rights(AppendOnly(model)), ApplicationRole, AppendOnly(model), History),
        ];
    }

    /// <summary>
    /// A server writes a condition in words of its own, other ones
    /// in each release: it is asked how it would write this one.
    /// </summary>
    public static async Task<string?> ConditionAsync(NpgsqlConnection connection, CancellationToken cancellationToken)
    {
        try
        {
            // Rolled back: nothing is left of it.
            await using var transaction = await connection.BeginTransactionAsync(cancellationToken);
            await PatientOwner.ExecuteAsync(connection,
                $"""CREATE TEMP TABLE portal_wall ("TenantId" uuid); CREATE POLICY tenant_wall ON portal_wall USING {Condition}""",
                cancellationToken);
            await using var command = new NpgsqlCommand(
                "SELECT pg_get_expr(polqual, polrelid) FROM pg_policy WHERE polrelid = 'pg_temp.portal_wall'::regclass", connection);
            return (string?)await command.ExecuteScalarAsync(cancellationToken);
        }
        catch (PostgresException refused) when (refused.SqlState == PostgresErrorCodes.InsufficientPrivilege)
        {
            return null;
        }
    }

    private static IEnumerable<string> Walled(IModel model) =>
        model.GetEntityTypes().Where(type => type.ClrType.IsAssignableTo(typeof(ITenantOwned))).Select(type => type.GetTableName()!)
            .Distinct().Order(StringComparer.Ordinal);

    /// <summary>Tables whose rows the application adds and never touches again.</summary>
    public static string[] AppendOnly(IModel model)
    {
        ArgumentNullException.ThrowIfNull(model);
        return
        [
            .. model.GetEntityTypes().Where(type => type.ClrType.IsAssignableTo(typeof(IAppendOnly))).Select(type => type.GetTableName()!)
                .Distinct().Order(StringComparer.Ordinal),
        ];
    }

    private static string Policy(string table) => $"""
        ALTER TABLE "{table}" ENABLE ROW LEVEL SECURITY;
        ALTER TABLE "{table}" FORCE ROW LEVEL SECURITY;
        DROP POLICY IF EXISTS tenant_wall ON "{table}";
        CREATE POLICY tenant_wall ON "{table}" USING {Condition};
        """;

    private static string Rights(IEnumerable<string> appendOnly) => $"""
        DO $$
        BEGIN
          IF EXISTS (SELECT FROM pg_roles WHERE rolname = '{ApplicationRole}') THEN
            GRANT USAGE ON SCHEMA public TO {ApplicationRole};
            GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA public TO {ApplicationRole};
            GRANT USAGE ON ALL SEQUENCES IN SCHEMA public TO {ApplicationRole};
            REVOKE UPDATE, DELETE, TRUNCATE ON {string.Join(", ", appendOnly.Select(table => $"\"{table}\""))} FROM {ApplicationRole};
            REVOKE ALL ON "{CaseTexts.Table}", "{ArticleTexts.Table}" FROM {ApplicationRole};
            GRANT EXECUTE ON FUNCTION portal_trim_audit, portal_find_cases, portal_find_articles TO {ApplicationRole};
            REVOKE INSERT, UPDATE, DELETE ON "{History}" FROM {ApplicationRole};
          END IF;
        END $$;
        """;
}
