using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using Portal.TestKit.Accounts;
using Portal.TestKit.Databases;
using Portal.TestKit.Web;
using Portal.Web.Data;
using Portal.Web.Data.Compiled;
using Portal.Web.Tenancy;

namespace Portal.Web.Tests.Data.PostgreSql;

/// <summary>The second wall holds also for a query that forgot the tenant.</summary>
public sealed class TenantWallTests
{
    // It says which tenants a member of the staff may see, so it is read before any can be seen.
    private const string OutsideTheWall = "StaffAssignments";

    // Their row-level security lets nobody in but their owner: indexes of texts are of no use behind a policy.
    private static readonly string[] OfTheOwnersFunctions = ["ArticleTexts", "CaseTexts"];

    [Fact]
    public async Task AZ_14_EveryTableWithATenant_StandsBehindTheWall_AlsoForItsOwner()
    {
        await using var database = await (await PostgresServer.SharedAsync()).CreateDatabaseAsync();

        var tables = await database.ListAsync<string>($"""
            SELECT table_name FROM information_schema.columns WHERE column_name = 'TenantId' AND table_schema = 'public'
            """);
        var walled = await database.ListAsync<string>($"SELECT relname::text FROM pg_class WHERE relrowsecurity AND relforcerowsecurity");

        tables.ShouldNotBeEmpty();
        tables.Except(walled).Order(StringComparer.Ordinal).ShouldBe([.. OfTheOwnersFunctions, OutsideTheWall]);
        foreach (var table in OfTheOwnersFunctions)
        {
            (await database.ReadAsync<bool>($"""
                SELECT relrowsecurity AND NOT has_table_privilege('portal_app', oid, 'SELECT, INSERT, UPDATE, DELETE, TRUNCATE')
                  AND NOT EXISTS (SELECT FROM pg_policy WHERE polrelid = pg_class.oid)
                FROM pg_class WHERE relname = {table}
                """)).ShouldBeTrue(table);
        }
    }

    [Fact]
    public async Task AZ_14_CASE_5_TheFunctionThatSearchesCases_ComparesTheTenantItself_AndIsTheApplicationsAlone()
    {
        await using var database = await (await PostgresServer.SharedAsync()).CreateDatabaseAsync();
        var (tenant, other) = (Guid.NewGuid(), Guid.NewGuid());
        foreach (var id in new[] { tenant, other })
        {
            await database.ExecuteAsync($"""
                INSERT INTO "CaseTexts" VALUES ({id}, {id}, {id}, {id}, '請求書', portal_grams({id}, '請求書'))
                """);
        }

        await using var connection = await ConnectAsync(database);
        string Asking(string word, string tenants, string contract = "NULL") => "SELECT coalesce(string_agg(found::text, ','), '') "
            + $"FROM portal_find_cases('{word}', {contract}, ARRAY[{tenants}]::uuid[]) AS found";
        foreach (var word in new[] { "請求", "請" })
        {
            (await ReadAsync(connection, Asking(word, $"'{tenant}', '{other}'"))).ShouldBe("", "told nothing, it sees nothing");
            (await ReadAsync(connection, $"BEGIN; SET LOCAL portal.tenants = '{tenant}'; " + Asking(word, $"'{tenant}', '{other}'")))
                .ShouldBe(tenant.ToString());
            (await ReadAsync(connection, Asking(word, $"'{other}'"))).ShouldBe("");
            (await ReadAsync(connection, Asking(word, $"'{tenant}'", $"'{other}'"))).ShouldBe("");
            (await ReadAsync(connection, "COMMIT; " + Asking(word, $"'{tenant}'"))).ShouldBe("");
        }

        foreach (var sql in new[] { """SELECT * FROM "CaseTexts" """, $"SELECT portal_grams('{tenant}', 'x')",
            """DELETE FROM "CaseTexts" """ })
        {
            (await Should.ThrowAsync<PostgresException>(() => ReadAsync(connection, sql))).SqlState
                .ShouldBe(PostgresErrorCodes.InsufficientPrivilege, sql);
        }

        (await database.ReadAsync<long>($"""
            SELECT count(*) FROM pg_proc WHERE pronamespace = 'public'::regnamespace AND proname LIKE 'portal\_%'
              AND has_function_privilege('public', oid, 'EXECUTE')
            """)).ShouldBe(0);
    }

    [Fact]
    public async Task AZ_14_KNOW_2_TheFunctionThatSearchesArticles_ComparesTheTenantItself_AndIsTheApplicationsAlone()
    {
        await using var database = await (await PostgresServer.SharedAsync()).CreateDatabaseAsync();
        var (tenant, other) = (Guid.NewGuid(), Guid.NewGuid());
        foreach (var id in new[] { tenant, other })
        {
            await database.ExecuteAsync($"""
                INSERT INTO "ArticleTexts" VALUES ({id}, {id}, 'ja', '請求書', portal_grams({id}, '請求書'))
                """);
        }

        await using var connection = await ConnectAsync(database);
        string Asking(string word, string tenants) => "SELECT coalesce(string_agg(found::text, ','), '') "
            + $"FROM portal_find_articles('{word}', ARRAY[{tenants}]::uuid[]) AS found";
        foreach (var word in new[] { "請求", "請" })
        {
            (await ReadAsync(connection, Asking(word, $"'{tenant}', '{other}'"))).ShouldBe("", "told nothing, it sees nothing");
            (await ReadAsync(connection, $"BEGIN; SET LOCAL portal.tenants = '{tenant}'; " + Asking(word, $"'{tenant}', '{other}'")))
                .ShouldBe(tenant.ToString());
            (await ReadAsync(connection, Asking(word, $"'{other}'"))).ShouldBe("");
            (await ReadAsync(connection, "COMMIT; " + Asking(word, $"'{tenant}'"))).ShouldBe("");
        }

        foreach (var sql in new[] { """SELECT * FROM "ArticleTexts" """, """DELETE FROM "ArticleTexts" """ })
        {
            (await Should.ThrowAsync<PostgresException>(() => ReadAsync(connection, sql))).SqlState
                .ShouldBe(PostgresErrorCodes.InsufficientPrivilege, sql);
        }
    }

    [Fact]
    public async Task AU_03_Application_MayNotChangeWhatWasAudited()
    {
        await using var database = await (await PostgresServer.SharedAsync()).CreateDatabaseAsync();

        foreach (var table in new[] { "AuditEvents", "AuditLeaves", "AuditSeals" })
        {
            foreach (var sql in new[] { $"UPDATE \"{table}\" SET \"TenantId\" = \"TenantId\"", $"DELETE FROM \"{table}\"",
                $"TRUNCATE \"{table}\"" })
            {
                var refused = await Should.ThrowAsync<PostgresException>(() => AsApplicationAsync(database, sql));
                refused.SqlState.ShouldBe(PostgresErrorCodes.InsufficientPrivilege, sql);
            }
        }
    }

    [Fact]
    public async Task AZ_14_AConnectionThatWasToldNoTenant_SeesNothingAndAddsNothing()
    {
        await using var app = await PortalApp.CreateAsync();
        await new Account("control", "N0009001").AddToAsync(app);
        var database = app.Database;
        var tenant = await database.ReadAsync<Guid>($"""SELECT "TenantId" FROM "Users" LIMIT 1""");
        const string Count = """SELECT count(*) FROM "Users" """;

        await using var connection = await ConnectAsync(database);
        (await ReadAsync(connection, Count)).ShouldBe(0L);
        (await ReadAsync(connection, $"BEGIN; SET LOCAL portal.tenants = '{tenant}'; {Count}")).ShouldBe(1L);
        (await ReadAsync(connection, "COMMIT; " + Count)).ShouldBe(0L, "the setting must end with its transaction");

        var foreign = await Should.ThrowAsync<PostgresException>(() =>
            ReadAsync(connection, $"""INSERT INTO "Holders" ("TenantId", "Id", "Name") VALUES ('{tenant}', gen_random_uuid(), 'x')"""));
        foreign.SqlState.ShouldBe(PostgresErrorCodes.InsufficientPrivilege);
    }

    [Fact]
    public async Task AZ_14_APooledConnection_KeepsNothingOfItsLastTenant()
    {
        await using var app = await PortalApp.CreateAsync();
        await new Account("control", "N0009001").AddToAsync(app);
        await using var pool =
            NpgsqlDataSource.Create(new NpgsqlConnectionStringBuilder(app.Database.AppConnectionString) { MaxPoolSize = 1 });
        var tenant = await app.Database.ReadAsync<Guid>($"""SELECT "TenantId" FROM "Users" LIMIT 1""");
        await using (var first = await pool.OpenConnectionAsync())
        {
            // For the whole session, as no code of ours does.
            await ReadAsync(first, $"""SET portal.tenants = '{tenant}'; SELECT count(*) FROM "Users" """);
        }

        await using var second = await pool.OpenConnectionAsync();
        (await ReadAsync(second, """SELECT count(*) FROM "Users" """)).ShouldBe(0L);
    }

    /// <summary>
    /// What was set since the savepoint is taken back with it; told nothing anew, the transaction would find neither
    /// the session of who asks nor any row.
    /// </summary>
    [Fact]
    public async Task AZ_14_ATransactionThatWentBackToASavepoint_SeesItsTenantAsBefore()
    {
        await using var app = await PortalApp.CreateAsync();
        await new Account("control", "N0009001").AddToAsync(app);
        await app.WithServicesAsync(async services =>
        {
            services.GetRequiredService<TenantEntry>()
                .Enter((await services.GetRequiredService<TenantCatalog>().FindBySlugAsync("control"))!);
            var db = services.GetRequiredService<PortalDbContext>();
            await using var transaction = await db.Database.BeginTransactionAsync();
            await transaction.CreateSavepointAsync("before");
            (await db.Users.CountAsync()).ShouldBe(1);
            await transaction.RollbackToSavepointAsync("before");

            (await db.Users.CountAsync()).ShouldBe(1);
        });
    }

    /// <summary>
    /// PostgreSQL compiles what it thinks dear and starts workers for it, which takes it longer than any search.
    /// </summary>
    [Theory]
    [InlineData("jit", "off", "on")]
    [InlineData("max_parallel_workers_per_gather", "0", "2")]
    public async Task PERF_3_TheApplicationsConnections_TakeAPageAsItIs_WhateverTheServerSays(string setting, string ours, string servers)
    {
        await using var app = await PortalApp.CreateAsync();

        var (application, server) = (await app.InTenantAsync("control", services => services.GetRequiredService<PortalDbContext>().Database
            .SqlQuery<string>($"SELECT current_setting({setting}) AS \"Value\"").SingleAsync()),
            await app.Database.ReadAsync<string>($"SELECT current_setting({setting})"));

        (application, server).ShouldBe((ours, servers));
    }

    /// <summary>Said with the tenants and kept no longer; the query sees its tenant's rows alone.</summary>
    [Fact]
    public async Task PERF_2_AZ_14_AQueryWithOnePlan_HasItForItselfAlone()
    {
        await using var app = await PortalApp.CreateAsync();
        await new Account("control", "N0009001").AddToAsync(app);
        await new Account("rental", "R900001").AddToAsync(app);
        await app.WithServicesAsync(async services =>
        {
            services.GetRequiredService<TenantEntry>()
                .Enter((await services.GetRequiredService<TenantCatalog>().FindBySlugAsync("control"))!);
            var db = services.GetRequiredService<PortalDbContext>();
            await db.Database.OpenConnectionAsync();
            var mode = db.Database.SqlQuery<string>($"SELECT current_setting('plan_cache_mode') AS \"Value\"").Where(value => value != "");

            for (var time = 0; time < 2; time++)
            {
                (await db.Users.Where(user => mode.Contains("force_generic_plan")).WithOnePlan().CountAsync()).ShouldBe(1);
                (await mode.SingleAsync()).ShouldBe("auto");
            }
        });
    }

    private static async Task<NpgsqlConnection> ConnectAsync(PostgresDatabase database)
    {
        var connection = new NpgsqlConnection(database.AppConnectionString);
        await connection.OpenAsync();
        return connection;
    }

    private static async Task<object?> ReadAsync(NpgsqlConnection connection, string sql)
    {
        await using var command = new NpgsqlCommand(sql, connection);
        return await command.ExecuteScalarAsync();
    }

    private static async Task AsApplicationAsync(PostgresDatabase database, string sql)
    {
        await using var connection = new NpgsqlConnection(database.AppConnectionString);
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync();
    }
}
