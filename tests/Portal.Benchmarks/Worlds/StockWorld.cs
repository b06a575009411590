using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Npgsql;
using Portal.Benchmarks.Running;
using Portal.Benchmarks.Subjects.Stock;
using Portal.Web.Data.PostgreSql;

namespace Portal.Benchmarks.Worlds;

/// <summary>The other applications: they are parts of this program, started as processes of their own.</summary>
internal sealed class StockWorld(PrivatePostgres postgres, string folder)
{
    public const string Login = "/account/login";
    private const string Database = "stock";
    private const int Rows = 10_000;
    private int starts;

    public static string UserName(int number) => $"user{number:00000}";

    public SubjectProcess Start(string subject) => SubjectProcess.Start(
        Path.Combine(AppContext.BaseDirectory, "Portal.Benchmarks.dll"),
        ["subject", subject],
        new Dictionary<string, string> { ["ConnectionStrings:Stock"] = postgres.AppConnectionString(Database) },
        Path.Combine(folder, $"{subject}-{starts++}.log"));

    public async Task PrepareAsync(string passwordHash)
    {
        await ExecuteAsync("postgres", $"CREATE DATABASE {Database} OWNER {PostgresRoles.App}");
        await using (var db =
            new StockContext(new DbContextOptionsBuilder<StockContext>().UseNpgsql(postgres.AppConnectionString(Database)).Options))
        {
            // The application's role owns this database, as usual for small applications.
            await ExecuteAsync(Database, $"ALTER SCHEMA public OWNER TO {PostgresRoles.App}");
            await db.Database.EnsureCreatedAsync();
            db.Users.AddRange(Enumerable.Range(0, Rows).Select(number => User(number, passwordHash)));
            await db.SaveChangesAsync();
            var owners = await db.Users.Select(user => user.Id).ToListAsync();
            db.Tickets.AddRange(Enumerable.Range(0, Rows).Select(number => Ticket(number, owners[number])));
            await db.SaveChangesAsync();
        }

        await ExecuteAsync(Database, "VACUUM ANALYZE");
    }

    private static IdentityUser User(int number, string passwordHash) => new(UserName(number))
    {
        NormalizedUserName = UserName(number).ToUpperInvariant(),
        Email = $"user{number}@example.jp",
        NormalizedEmail = $"USER{number}@EXAMPLE.JP",
        EmailConfirmed = true,
        PasswordHash = passwordHash,
        SecurityStamp = Guid.NewGuid().ToString("N"),
    };

    private static Ticket Ticket(int number, string owner) => new()
    {
        Number = $"T{number:0000000}",
        Subject = $"計測 太郎{number}",
        Department = "運用部",
        Email = $"user{number}@example.jp",
        State = (TicketState)(number % 4),
        UpdatedAt = TimeProvider.System.GetUtcNow(),
        DueOn = new DateOnly(2027, 3, 31),
        OwnerId = owner,
    };

    private async Task ExecuteAsync(string database, string sql)
    {
        await using var connection = new NpgsqlConnection(postgres.SuperuserConnectionString(database));
        await connection.OpenAsync();
        await using var command = connection.CreateCommand();
#pragma warning disable CA2100 // constants of this class
        command.CommandText = sql;
#pragma warning restore CA2100
        await command.ExecuteNonQueryAsync();
    }
}
