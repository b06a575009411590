using Npgsql;

namespace Portal.Web.Data.PostgreSql;

/// <summary>
/// The same two roles as in production: one owns the database and migrates it, the other only works in it.
/// </summary>
internal static class PostgresRoles
{
    public const string Superuser = "postgres";
    public const string Owner = "portal_owner";
    public const string App = "portal_app";
    public const string Database = "portal";

    public static async Task EnsureAsync(NpgsqlConnection connection, CancellationToken cancellationToken)
    {
        await EnsureAsync(connection, $"SELECT 1 FROM pg_roles WHERE rolname = '{Owner}'", $"CREATE ROLE {Owner} LOGIN", cancellationToken);
        await EnsureAsync(
            connection,
            $"SELECT 1 FROM pg_roles WHERE rolname = '{App}'",
            $"CREATE ROLE {App} LOGIN NOSUPERUSER NOCREATEDB NOCREATEROLE NOBYPASSRLS",
            cancellationToken);
        await EnsureAsync(
            connection,
            $"SELECT 1 FROM pg_database WHERE datname = '{Database}'",
            $"CREATE DATABASE {Database} OWNER {Owner}",
            cancellationToken);
    }

    /// <summary>
    /// Before PostgreSQL 15 anyone could create tables in the schema, and the database's owner did not own it.
    /// </summary>
    public static Task OwnSchemaAsync(NpgsqlConnection connection, CancellationToken cancellationToken) => ExecuteAsync(
        connection, $"ALTER SCHEMA public OWNER TO {Owner}; REVOKE CREATE ON SCHEMA public FROM PUBLIC", cancellationToken);

    private static async Task EnsureAsync(NpgsqlConnection connection, string exists, string create, CancellationToken cancellationToken)
    {
        await using var command = new NpgsqlCommand(exists, connection);
        if (await command.ExecuteScalarAsync(cancellationToken) is null)
        {
            await ExecuteAsync(connection, create, cancellationToken);
        }
    }

    private static async Task ExecuteAsync(NpgsqlConnection connection, string sql, CancellationToken cancellationToken)
    {
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync(cancellationToken);
    }
}
