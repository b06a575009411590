using System.Data.Common;
using Microsoft.Data.SqlClient;
using Microsoft.EntityFrameworkCore;
using Npgsql;
using Portal.Web.Data.PostgreSql;

namespace Portal.Web.Data.Starting;

/// <summary>
/// Where the database of this process is; in Development without a connection string, one of its own that ends with it.
/// </summary>
public sealed class StartingDatabase : IAsyncDisposable
{
    private readonly PrivatePostgres? own;

    private StartingDatabase(DatabaseConnections connections, PrivatePostgres? own) => (Connections, this.own) = (connections, own);

    public DatabaseConnections Connections { get; }

    /// <exception cref="InvalidOperationException">A setting is missing or must not be; the message names
    /// it.</exception>
    public static async Task<StartingDatabase> FindAsync(IConfiguration configuration, IHostEnvironment environment)
    {
        ArgumentNullException.ThrowIfNull(configuration);
        ArgumentNullException.ThrowIfNull(environment);
        var options = configuration.GetSection(DatabaseOptions.Section).Get<DatabaseOptions>() ?? new DatabaseOptions();
        if (options.Production && environment.IsDevelopment())
        {
            throw new InvalidOperationException("Portal:Database:Production: is set, and Development does not work on real data.");
        }

        if (options.PatienceFactor is < 1 or > 60)
        {
            throw new InvalidOperationException("Portal:Database:PatienceFactor: must be 1 to 60.");
        }

        if (configuration.GetConnectionString("Portal") is { Length: > 0 } app)
        {
            var owner = configuration.GetConnectionString("PortalOwner");
            Check("ConnectionStrings:Portal", options.Provider, app);
            Check("ConnectionStrings:PortalOwner", options.Provider, owner);
            var given = new DatabaseConnections(options.Provider, app, owner) { PatienceFactor = options.PatienceFactor };
            return new StartingDatabase(given, null);
        }

        // `dotnet ef` builds the host as well, and needs no server.
        if (EF.IsDesignTime)
        {
            return new StartingDatabase(new DatabaseConnections(options.Provider, "Host=nowhere", null), null);
        }

        if (!environment.IsDevelopment() || options.Provider != DatabaseProvider.PostgreSql)
        {
            throw new InvalidOperationException("ConnectionStrings:Portal: missing.");
        }

        var own = await PrivatePostgres.StartAsync(PrivatePostgresOptions.Kept(Path.Combine(configuration["Portal:DataFolder"]
            ?? "App_Data", "postgresql")));
        return new StartingDatabase(new DatabaseConnections(options.Provider, own.AppConnectionString(), own.OwnerConnectionString()), own);
    }

    /// <summary>What is in it is a secret: a string that is none is named, never shown.</summary>
    private static void Check(string name, DatabaseProvider provider, string? connection)
    {
        try
        {
            _ = provider == DatabaseProvider.PostgreSql
                ? (DbConnectionStringBuilder)new NpgsqlConnectionStringBuilder(connection)
                : new SqlConnectionStringBuilder(connection);
        }
        catch (Exception e) when (e is ArgumentException or FormatException or KeyNotFoundException)
        {
            throw new InvalidOperationException($"{name}: not a connection string for {provider}.");
        }
    }

    public ValueTask DisposeAsync() => own?.DisposeAsync() ?? ValueTask.CompletedTask;
}

/// <summary>
/// Something that is done once at start, on a database of the right schema; in a scope of its own. Two nodes may do it
/// at once.
/// </summary>
public interface IStartStep
{
    /// <summary>Lower is earlier; the tenants' profiles are 0.</summary>
    int Order { get; }

    Task RunAsync(CancellationToken cancellationToken);
}
