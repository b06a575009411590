using System.Globalization;
using Microsoft.Data.SqlClient;
using Npgsql;

namespace Portal.Web.Data.Starting;

public sealed class DatabaseOptions
{
    public const string Section = "Portal:Database";

    public DatabaseProvider Provider { get; set; } = DatabaseProvider.PostgreSql;

    /// <summary>Migrate and read profile files at start. In Development this happens anyway.</summary>
    public bool MigrateAtStart { get; set; }

    /// <summary>Says that the data is real; Development refuses to work on it (WB-13).</summary>
    public bool Production { get; set; }

    /// <summary>
    /// How many times longer than usual the database is waited for, 1 to 60: for a machine so slow that its silence
    /// means nothing.
    /// </summary>
    public int PatienceFactor { get; set; } = 1;
}

/// <summary>Where the database is: as the role that only works in it, and as the owner, who migrates it.</summary>
public sealed record DatabaseConnections(DatabaseProvider Provider, string App, string? Owner)
{
    private const int PoolSize = 50;
    private const int SchedulerPoolSize = 10;
    private const int ConnectSeconds = 4;

    // One try to connect, or to be given a connection; who waits tries again (ConnectionWatch). A statement that is
    // given up is cancelled over a connection of its own, and a database that does not answer is asked for so long.
    private const int TrySeconds = 1;
    private const int CancelMilliseconds = 250;

    // What is not told otherwise, as a commit; background work has more patience with its statements
    // (DatabasePatience).
    private const int CommandSeconds = 3;
    private const int SchedulerCommandSeconds = 15;
    private const int SqlServerCommandSeconds = 15;

    // Planning a page's joins takes PostgreSQL longer than running them: what comes often is prepared once a
    // connection.
    private const int PreparedStatements = 200;
    private const int StatementMilliseconds = 15_000;
    // Two turns of a session, one after the other, stay below five seconds.
    private const int LongestLock = 2_300;

    /// <summary>How many times longer than usual the database is waited for.</summary>
    public int PatienceFactor { get; init; } = 1;

    /// <summary>How long a row's lock is waited for.</summary>
    internal int LockMilliseconds => LongestLock * PatienceFactor;

    private string Limits => string.Create(CultureInfo.InvariantCulture,
        $"-c statement_timeout={StatementMilliseconds * PatienceFactor} -c lock_timeout={LockMilliseconds} ")
        + string.Create(CultureInfo.InvariantCulture,
            $"-c idle_in_transaction_session_timeout={StatementMilliseconds * PatienceFactor}")

        // To compile a statement takes a tenth of a second, to start processes that help with it a twentieth: what is
        // asked here is answered sooner than that, and the other processors have other pages to serve.
        + " -c jit=off -c max_parallel_workers_per_gather=0";

    /// <summary>
    /// The application's own connection string with our limits where it sets none: nothing waits for ever (RX-05,
    /// FD-08).
    /// </summary>
    public string Limited => Provider == DatabaseProvider.PostgreSql ? Postgres() : SqlServer();

    /// <summary>The scheduler's: few connections, apart from those of the pages.</summary>
    public string Scheduler => Provider == DatabaseProvider.PostgreSql
        ? new NpgsqlConnectionStringBuilder(Limited)
        {
            MaxPoolSize = SchedulerPoolSize,
            Timeout = ConnectSeconds * PatienceFactor,
            CommandTimeout = SchedulerCommandSeconds * PatienceFactor,
            ApplicationName = "portal-scheduler"
        }.ConnectionString
        : new SqlConnectionStringBuilder(Limited)
        {
            MaxPoolSize = SchedulerPoolSize,
            CommandTimeout = SchedulerCommandSeconds * PatienceFactor,
            ApplicationName = "portal-scheduler"
        }.ConnectionString;

    private string Postgres()
    {
        var given = new NpgsqlConnectionStringBuilder(App);
        var limited = new NpgsqlConnectionStringBuilder
        {
            MaxPoolSize = PoolSize,
            Timeout = TrySeconds * PatienceFactor,
            Options = Limits,
            MaxAutoPrepare = PreparedStatements,
            ApplicationName = "portal"
        };
        // Every setting of ours is LOCAL to a transaction: nothing is left on a connection that would have to be reset.
        limited.NoResetOnClose = true;
        (limited.CommandTimeout, limited.CancellationTimeout, limited.GssEncryptionMode) =
            (CommandSeconds * PatienceFactor, CancelMilliseconds, GssEncryptionMode.Disable);
        foreach (var key in given.Keys)
        {
            limited[key] = given[key];
        }

        return limited.ConnectionString;
    }

    private string SqlServer()
    {
        var given = new SqlConnectionStringBuilder(App);
        var limited = new SqlConnectionStringBuilder
        {
            MaxPoolSize = PoolSize,
            ConnectTimeout = ConnectSeconds * PatienceFactor,
            CommandTimeout = SqlServerCommandSeconds * PatienceFactor,
            ApplicationName = "portal"
        };
        foreach (string key in given.Keys)
        {
            if (given.ShouldSerialize(key))
            {
                limited[key] = given[key];
            }
        }

        return limited.ConnectionString;
    }
}
