using System.Net;
using Npgsql;
using Portal.TestKit.Accounts;
using Portal.TestKit.Web;
using Portal.Web.Data.Starting;

namespace Portal.Web.Tests.Data.PostgreSql;

/// <summary>
/// The owner at work while people are: a start with nothing to
/// do disturbs nobody, and what must be done waits for a gap.
/// </summary>
public sealed class MigratingUnderTraffic : IAsyncLifetime
{
    private const string Tenant = "control";
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);
    private PortalApp app = null!;
    private int served;

    private string Owner => app.Database.OwnerConnectionString;

    public async ValueTask InitializeAsync() => app = await PortalApp.CreateAsync(services: _ => { });

    public async ValueTask DisposeAsync() => await app.DisposeAsync();

    [Fact]
    [Trait("Review", "S4")]
    public async Task FP_03_FP_05_REL_4_MigratedSixTimesUnderTraffic_EverybodyIsServed()
    {
        for (var number = 1; number <= 8; number++)
        {
            await new Account(Tenant, $"N000900{number}").AddToAsync(app);
        }

        using var over = new CancellationTokenSource();
        var traffic = Enumerable.Range(1, 8).Select(number => UseAsync($"N000900{number}", writes: number <= 3, over.Token)).ToList();
        await UntilAsync(() => Task.FromResult(Volatile.Read(ref served) >= traffic.Count));
        var migrations = Enumerable.Range(0, 6).Select(_ => Task.Run(() => DatabaseMigrator.MigrateAsync(Owner))).ToList();
        await Task.WhenAll(migrations).WaitAsync(Patience);
        var before = Volatile.Read(ref served);
        await UntilAsync(() => Task.FromResult(Volatile.Read(ref served) >= before + traffic.Count));
        await over.CancelAsync();

        var answers = (await Task.WhenAll(traffic)).SelectMany(statuses => statuses).ToList();
        answers.ShouldNotBeEmpty();
        answers.ShouldAllBe(status => status == HttpStatusCode.OK || status == HttpStatusCode.SeeOther);
    }

    [Fact]
    [Trait("Review", "S4")]
    public async Task FP_05_WithNothingToDo_TheOwnerWaitsForNoTable()
    {
        await using var worker = await LockAllAsync("ROW EXCLUSIVE");

        await DatabaseMigrator.MigrateAsync(Owner).WaitAsync(Patience);
    }

    [Fact]
    [Trait("Review", "S4")]
    public async Task FP_05_AZ_14_WhatDiffers_IsPutRight_WhenThereIsAGap()
    {
        var right = await StateAsync();
        foreach (var sql in new FormattableString[]
        {
            $"""ALTER TABLE "Holders" DISABLE ROW LEVEL SECURITY""",
            $"""ALTER TABLE "Contracts" NO FORCE ROW LEVEL SECURITY""",
            $"""DROP POLICY tenant_wall ON "Users" """,
            $"""ALTER POLICY tenant_wall ON "Sessions" USING (true)""",
            $"""ALTER POLICY tenant_wall ON "Outbox" TO portal_owner""",
            $"""GRANT UPDATE, TRUNCATE ON "AuditEvents" TO portal_app""",
            $"""GRANT DELETE ON "__EFMigrationsHistory" TO portal_app""",
            $"""REVOKE SELECT ON "Tenants" FROM portal_app""",
            $"""
            CREATE OR REPLACE FUNCTION portal_trim_audit(tenant uuid, before timestamptz, most integer) RETURNS integer
            LANGUAGE sql AS 'SELECT 0'
            """,
            $"""GRANT EXECUTE ON FUNCTION portal_trim_audit TO PUBLIC""",
            $"""DROP INDEX idx_qrtz_t_c""",
            $"""GRANT SELECT ON "CaseTexts" TO portal_app""",
            $"""ALTER TABLE "CaseTexts" DISABLE ROW LEVEL SECURITY""",
            $"""GRANT EXECUTE ON FUNCTION portal_find_cases TO PUBLIC""",
            $"""DROP TRIGGER keep_new_text ON "CaseEntries" """,
            $"""ALTER TABLE "Cases" DISABLE TRIGGER keep_text""",
            $"""DROP INDEX "IX_CaseTexts_Grams" """,
            $"""GRANT SELECT ON "ArticleTexts" TO portal_app""",
            $"""GRANT EXECUTE ON FUNCTION portal_find_articles TO PUBLIC""",
            $"""DROP TRIGGER keep_text ON "ArticleVersions" """,
            $"""DROP INDEX "IX_ArticleTexts_Grams" """,
        })
        {
            await app.Database.ExecuteAsync(sql);
        }

        (await StateAsync()).ShouldNotBe(right);
        Task migration;
        await using (var reader = await LockAllAsync("ACCESS SHARE"))
        {
            migration = DatabaseMigrator.MigrateAsync(Owner);

            // It has tried, and given way.
            await UntilAsync(async () => await app.Database.ReadAsync<long>($"""
                SELECT count(*) FROM pg_locks WHERE NOT granted AND mode = 'AccessExclusiveLock'
                """) > 0);
            await UntilAsync(async () => await app.Database.ReadAsync<long>($"SELECT count(*) FROM pg_locks WHERE NOT granted") == 0);
            migration.IsCompleted.ShouldBeFalse();
        }

        await migration.WaitAsync(Patience);
        (await StateAsync()).ShouldBe(right);
    }

    private async Task<List<HttpStatusCode>> UseAsync(string loginId, bool writes, CancellationToken over)
    {
        var statuses = new List<HttpStatusCode>();
        var browser = app.CreateBrowser();
        await browser.SignInAsync(Tenant, loginId);
        while (!over.IsCancellationRequested)
        {
            foreach (var path in new[] { "/t/control/home", "/t/control/account/login-history", "/t/control/account/sessions" })
            {
                statuses.Add((await browser.GetAsync(path)).Status);
                Interlocked.Increment(ref served);
            }

            if (writes)
            {
                statuses.Add((await app.CreateBrowser().TrySignInAsync(Tenant, loginId)).Status);
            }
        }

        return statuses;
    }

    /// <summary>Somebody whose transaction has touched every table, the scheduler's too.</summary>
    private async Task<NpgsqlConnection> LockAllAsync(string mode)
    {
        var connection = new NpgsqlConnection(Owner);
        await connection.OpenAsync();
        var tables = await app.Database.ListAsync<string>($"""
            SELECT quote_ident(relname) FROM pg_class
            WHERE relnamespace = 'public'::regnamespace AND relkind = 'r' AND relname <> '__EFMigrationsHistory'
            """);
        await using var command = new NpgsqlCommand($"BEGIN; LOCK TABLE {string.Join(", ", tables)} IN {mode} MODE", connection);
        await command.ExecuteNonQueryAsync();
        return connection;
    }

    private async Task<IReadOnlyList<string>> StateAsync() => await app.Database.ListAsync<string>(
        $"""
        SELECT format('%s %s %s', relname, relrowsecurity, relforcerowsecurity) FROM pg_class WHERE relnamespace = 'public'::regnamespace
        UNION ALL SELECT format('%s %s %s %s', tablename, policyname, roles, qual) FROM pg_policies WHERE schemaname = 'public'
        UNION ALL SELECT format('%s %s %s', table_name, grantee, privilege_type) FROM information_schema.role_table_grants
          WHERE table_schema = 'public' AND grantee = 'portal_app'
        UNION ALL SELECT format('%s %s %s', prosrc, prosecdef, has_function_privilege('public', oid, 'EXECUTE')) FROM pg_proc
          WHERE pronamespace = 'public'::regnamespace AND proname LIKE 'portal\_%'
        UNION ALL SELECT format('%s %s %s', tgrelid::regclass, tgname, tgenabled) FROM pg_trigger WHERE NOT tgisinternal
        ORDER BY 1
        """);

    private static async Task UntilAsync(Func<Task<bool>> condition)
    {
        using var patience = new CancellationTokenSource(Patience);
        while (!await condition())
        {
            await Task.Delay(TimeSpan.FromMilliseconds(20), patience.Token);
        }
    }
}
