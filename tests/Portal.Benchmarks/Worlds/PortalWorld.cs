using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Npgsql;
using Portal.Benchmarks.Running;
using Portal.Rules.Delegation;
using Portal.Rules.Text;
using Portal.Web.Data;
using Portal.Web.Data.Entities;
using Portal.Web.Data.PostgreSql;
using Portal.Web.Data.Starting;

namespace Portal.Benchmarks.Worlds;

/// <summary>
/// Portal's database, with one contract of 10,000 operator IDs, and Portal as it runs in production behind a proxy.
/// </summary>
internal sealed class PortalWorld(PrivatePostgres postgres, string program, string folder)
{
    public const string Host = "portal.example";
    public const string Portal = "/t/control";
    public const string Password = "Right2468-Horse";
    public const string Manager = "B0000000";
    public const string Admin = "/admin";
    public const string Staff = "staff@portal.example";
    private const int Operators = 10_000;
    private string passwordHash = "";
    private int starts;

    public static string OperatorId(int number) => $"B{number:0000000}";

    /// <param name="other">Another publication than the one that is measured.</param>
    /// <param name="more">Settings on top of the usual ones.</param>
    public SubjectProcess Start(bool migrates = false, string? other = null, IReadOnlyDictionary<string, string>? more = null)
    {
        var settings = Settings(migrates);
        foreach (var (name, value) in more ?? new Dictionary<string, string>())
        {
            settings[name] = value;
        }

        return SubjectProcess.Start(other ?? program, ["serve"], settings, Path.Combine(folder, $"portal-{starts++}.log"));
    }

    public static Visitor Visit(SubjectProcess subject) => new(subject.Address, Host);

    public async Task PrepareAsync(string hash)
    {
        passwordHash = hash;
        await DatabaseMigrator.MigrateAsync(postgres.OwnerConnectionString());
        await using (var first = Start(migrates: true))
        {
            using var visitor = Visit(first);
            await first.AnswersAsync(visitor, Portal + "/login");
        }

        await SeedAsync();
    }

    /// <summary>So many events of the manager, one a second, copied from one that was really recorded.</summary>
    public async Task<int> AddHistoryAsync(int rows)
    {
        await using var connection = new NpgsqlConnection(postgres.SuperuserConnectionString(PostgresRoles.Database));
        await connection.OpenAsync();
        await using var command = connection.CreateCommand();
        command.CommandTimeout = 0;
        command.CommandText = """
            SELECT format(
                'INSERT INTO "AuditEvents" (%s) SELECT %s FROM '
                '(SELECT * FROM "AuditEvents" WHERE "Kind" = ''signed-in'' AND "SubjectName" = $1 LIMIT 1) event, '
                'generate_series(1, $2) number',
                string_agg(quote_ident(column_name), ', '),
                string_agg(CASE column_name
                    WHEN 'Id' THEN 'gen_random_uuid()'
                    WHEN 'OccurredAt' THEN '"OccurredAt" - make_interval(secs => number)'
                    ELSE quote_ident(column_name) END, ', '))
            FROM information_schema.columns WHERE table_name = 'AuditEvents' AND is_generated = 'NEVER'
            """;
#pragma warning disable CA2100 // made from the table's own columns
        command.CommandText = (string)(await command.ExecuteScalarAsync())!;
#pragma warning restore CA2100
        command.Parameters.Add(new NpgsqlParameter { Value = Manager });
        command.Parameters.Add(new NpgsqlParameter { Value = rows });
        return await command.ExecuteNonQueryAsync() is var made && made == rows
            ? made
            : throw new InvalidOperationException("There is no sign-in to make events like.");
    }

    public Task<double> EventsAsync() => CountAsync("""SELECT count(*) FROM "AuditEvents" """);

    /// <summary>Events that have no place in a chain.</summary>
    public Task<double> UnsealedAsync() => CountAsync("""
        SELECT count(*) FROM "AuditEvents" event
        WHERE NOT EXISTS (SELECT FROM "AuditLeaves" leaf WHERE leaf."TenantId" = event."TenantId" AND leaf."EventId" = event."Id")
        """);

    /// <summary>Places of all chains between the first and the last that nothing has.</summary>
    public Task<double> MissingPlacesAsync() => CountAsync("""
        SELECT coalesce(sum(gaps), 0) FROM
        (SELECT max("Place") - min("Place") + 1 - count(*) AS gaps FROM "AuditLeaves" GROUP BY "TenantId") AS chains
        """);

    /// <summary>One number, beneath every wall.</summary>
    private async Task<double> CountAsync(string sql)
    {
        await using var connection = new NpgsqlConnection(postgres.SuperuserConnectionString(PostgresRoles.Database));
        await connection.OpenAsync();
        await using var command = connection.CreateCommand();
#pragma warning disable CA2100 // constants of this class
        command.CommandText = sql;
#pragma warning restore CA2100
        return Convert.ToDouble(await command.ExecuteScalarAsync(), CultureInfo.InvariantCulture);
    }

    /// <summary>
    /// A system administrator, let in by the password alone: what its pages cost does not depend on how it signed in.
    /// </summary>
    public async Task AddStaffAsync()
    {
        await ExecuteAsync("""
            UPDATE "Tenants" SET "Version" = "Version" + 1, "ProfileEdited" = true,
              "Profile" = jsonb_set("Profile"::jsonb, ARRAY['secondFactor', 'mode'], '"off"'::jsonb)::text WHERE "Slug" = 'admin'
            """);
        await InTenantAsync("admin", db => db.Users.Add(Person(Staff, "staff", AccountRole.SystemAdministrator, null)));
    }

    public async Task AnalyzeAsync() => await ExecuteAsync("VACUUM ANALYZE");

    private async Task SeedAsync()
    {
        await InTenantAsync("control", db =>
        {
            var holder = new Holder { Id = Guid.CreateVersion7(), Name = "計測株式会社" };
            var contract = new Contract
            {
                Id = Guid.CreateVersion7(),
                HolderId = holder.Id,
                Number = "C-000001",
                Service = "計測サービス",
                StartsOn = new DateOnly(2026, 4, 1)
            };
            db.AddRange(holder, contract);
            db.Users.AddRange(Enumerable.Range(0, Operators + 1).Select(number => Operator(number, contract.Id)));
        });
        await AnalyzeAsync();
    }

    /// <summary>Rows of the measured tenant.</summary>
    public Task InTenantAsync(Func<PortalDbContext, Task> add) => InTenantAsync("control", add);

    private Task InTenantAsync(string slug, Action<PortalDbContext> add) => InTenantAsync(slug, db =>
    {
        add(db);
        return Task.CompletedTask;
    });

    private async Task InTenantAsync(string slug, Func<PortalDbContext, Task> add)
    {
        var scope = new TenantScope();
        await using var db = new NpgsqlPortalDbContext(new DbContextOptionsBuilder<NpgsqlPortalDbContext>()
            .UseNpgsql(postgres.AppConnectionString()).Options, scope, TimeProvider.System);
        scope.Use(await db.Tenants.Where(tenant => tenant.Slug == slug).Select(tenant => tenant.Id).SingleAsync());
        await add(db);
        await db.SaveChangesAsync();
    }

    private PortalUser Operator(int number, Guid contract)
    {
        var user = Person(OperatorId(number), "operator", number == 0 ? AccountRole.Manager : AccountRole.Member, contract);
        (user.Email, user.NormalizedEmail) = ($"b{number}@example.jp", $"b{number}@example.jp");
        (user.GivenName, user.Department) = ($"太郎{number}", "運用部");
        return user;
    }

    private PortalUser Person(string loginId, string door, AccountRole role, Guid? contract)
    {
        var (id, now) = (Guid.CreateVersion7(), TimeProvider.System.GetUtcNow());
        return new PortalUser
        {
            Id = id,
            UserName = loginId,
            NormalizedUserName = contract is null ? CanonicalText.Email(loginId) : CanonicalText.LoginId(loginId),
            Door = door,
            Role = role,
            ContractId = contract,
            CreatedAt = now,
            PasswordHash = passwordHash,
            PasswordChangedAt = now,
            SecurityStamp = id.ToString("N"),
            Email = loginId,
            NormalizedEmail = loginId,
            EmailConfirmedAt = now,
            FamilyName = "計測",
            GivenName = "太郎",
            FamilyNameKana = "ケイソク",
            GivenNameKana = "タロウ",
            SignIn = new SignInState { UserId = id },
        };
    }

    /// <summary>Beneath every wall.</summary>
    /// <param name="sql">A constant.</param>
    public async Task ExecuteAsync(string sql)
    {
        await using var connection = new NpgsqlConnection(postgres.SuperuserConnectionString(PostgresRoles.Database));
        await connection.OpenAsync();
        await using var command = connection.CreateCommand();
#pragma warning disable CA2100 // constants of the worlds
        command.CommandText = sql;
#pragma warning restore CA2100
        command.CommandTimeout = 0;
        await command.ExecuteNonQueryAsync();
    }

    /// <summary>
    /// As in production: https at the proxy, keys and sessions in the database, workers on. Nobody listens for mail.
    /// </summary>
    private Dictionary<string, string> Settings(bool migrates) => new()
    {
        ["ConnectionStrings:Portal"] = postgres.AppConnectionString(),
        ["ConnectionStrings:PortalOwner"] = postgres.OwnerConnectionString(),
        ["Portal:Database:MigrateAtStart"] = migrates ? "true" : "false",
        ["Portal:BaseUrl"] = "https://" + Host,
        ["Portal:KnownProxies:0"] = "127.0.0.1",
        ["Portal:Mail:Smtp:Host"] = "localhost",
        ["Portal:Mail:Smtp:Port"] = "9",
        ["Portal:FirstAdministrator:Email"] = "",
        ["DOTNET_GCgen0size"] = "0x4000000", // as the container image has it
    };
}
