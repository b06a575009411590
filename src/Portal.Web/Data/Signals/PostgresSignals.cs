using Microsoft.EntityFrameworkCore;
using Npgsql;
using Portal.Web.Data.Starting;

namespace Portal.Web.Data.Signals;

/// <summary>
/// PostgreSQL's own notification. What is sent belongs to the transaction: it is heard by every node once that is
/// committed, and by nobody where it is not. Whoever may connect may listen, so a signal never says what a row says.
/// </summary>
public sealed class PostgresSignals(DatabaseConnections connections)
{
    // Asked now and then, so that a line that is dead without a word is noticed.
    private const int KeepAliveSeconds = 15;

    /// <summary>Heard after the commit.</summary>
    public static Task SendAsync(PortalDbContext db, string channel, string signal, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(db);
        return db.Database.ExecuteSqlAsync($"SELECT pg_notify({channel}, {signal})", cancellationToken);
    }

    /// <summary>Listens on a connection of its own until it breaks or the caller has heard enough.</summary>
    /// <param name="began">From here on nothing is missed.</param>
    /// <param name="heard">Called with each signal, one after the other; must not wait.</param>
    public async Task ListenAsync(string channel, Action began, Action<string> heard, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(began);
        ArgumentNullException.ThrowIfNull(heard);
        await using var connection = new NpgsqlConnection(Own());
        connection.Notification += (_, signal) => heard(signal.Payload);
        await connection.OpenAsync(cancellationToken);
        await using (var listen = connection.CreateCommand())
        {
#pragma warning disable CA2100 // a name cannot be a parameter; this one is quoted, and a constant of ours
            listen.CommandText = $"LISTEN {new NpgsqlCommandBuilder().QuoteIdentifier(channel)}";
#pragma warning restore CA2100
            await listen.ExecuteNonQueryAsync(cancellationToken);
        }

        began();
        while (true)
        {
            await connection.WaitAsync(cancellationToken);
        }
    }

    private string Own() => new NpgsqlConnectionStringBuilder(connections.Limited)
    {
        Pooling = false,
        KeepAlive = KeepAliveSeconds,
        ApplicationName = "portal-listener",
    }.ConnectionString;
}
