using System.Data.Common;
using System.Diagnostics;
using System.Globalization;
using Microsoft.Data.SqlClient;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Npgsql;
using Portal.Web.Data.Starting;

namespace Portal.Web.Data.Connections;

/// <summary>
/// Each statement waits as long as its caller has patience, and not at all while the database is known not to answer.
/// </summary>
internal sealed class CommandWatch(DatabaseCircuit circuit, DatabaseConnections connections) : DbCommandInterceptor
{
    public override ValueTask<InterceptionResult<DbDataReader>> ReaderExecutingAsync(DbCommand command, CommandEventData eventData,
        InterceptionResult<DbDataReader> result, CancellationToken cancellationToken = default) =>
        Limit(command, result);

    public override ValueTask<InterceptionResult<object>> ScalarExecutingAsync(DbCommand command, CommandEventData eventData,
        InterceptionResult<object> result, CancellationToken cancellationToken = default) =>
        Limit(command, result);

    public override ValueTask<InterceptionResult<int>> NonQueryExecutingAsync(DbCommand command, CommandEventData eventData,
        InterceptionResult<int> result, CancellationToken cancellationToken = default) =>
        Limit(command, result);

    public override Task CommandFailedAsync(DbCommand command, CommandErrorEventData eventData,
        CancellationToken cancellationToken = default)
    {
        if (DatabaseCircuit.IsSilence(eventData.Exception))
        {
            circuit.Suspect();
        }

        return Task.CompletedTask;
    }

    private ValueTask<T> Limit<T>(DbCommand command, T result)
    {
        circuit.ShouldAnswer();
        command.CommandTimeout = DatabasePatience.Seconds * connections.PatienceFactor;
        return ValueTask.FromResult(result);
    }
}

/// <summary>
/// A connection is waited for in short tries, so that who waits hears soon that there is no use in it.
/// </summary>
internal sealed class ConnectionWatch(DatabaseCircuit circuit, DatabaseConnections connections) : DbConnectionInterceptor
{
    // The last try may take a second more.
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(2);

    public override async ValueTask<InterceptionResult> ConnectionOpeningAsync(DbConnection connection, ConnectionEventData eventData,
        InterceptionResult result, CancellationToken cancellationToken = default)
    {
        circuit.ShouldAnswer();
        if (connection is not NpgsqlConnection)
        {
            return result;
        }

        var began = Stopwatch.GetTimestamp();
        while (!await TryAsync(connection, Stopwatch.GetElapsedTime(began) < Patience * connections.PatienceFactor, cancellationToken))
        {
            circuit.ShouldAnswer();
        }

        return InterceptionResult.Suppress();
    }

    public override async Task ConnectionOpenedAsync(DbConnection connection, ConnectionEndEventData eventData,
        CancellationToken cancellationToken = default)
    {
        if (connection is SqlConnection)
        {
            // PostgreSQL is told with the connection string. Here the pool forgets what a connection was told before.
            await using var command = connection.CreateCommand();
            command.CommandText = LockLimit(connections.LockMilliseconds);
            await command.ExecuteNonQueryAsync(cancellationToken);
        }

        HeldConnections.Opened(connection, eventData.Context?.ContextId.InstanceId ?? Guid.Empty);
    }

    internal static string LockLimit(int milliseconds) => string.Create(CultureInfo.InvariantCulture, $"SET LOCK_TIMEOUT {milliseconds}");

    public override Task ConnectionFailedAsync(DbConnection connection, ConnectionErrorEventData eventData,
        CancellationToken cancellationToken = default)
    {
        if (DatabaseCircuit.IsSilence(eventData.Exception))
        {
            circuit.Suspect();
        }

        return Task.CompletedTask;
    }

    public override void ConnectionClosed(DbConnection connection, ConnectionEndEventData eventData) =>
        HeldConnections.Closed(connection);

    public override Task ConnectionClosedAsync(DbConnection connection, ConnectionEndEventData eventData)
    {
        HeldConnections.Closed(connection);
        return Task.CompletedTask;
    }

    private async Task<bool> TryAsync(DbConnection connection, bool mayFail, CancellationToken cancellationToken)
    {
        try
        {
            await connection.OpenAsync(cancellationToken);
            return true;
        }
        catch (Exception e) when (mayFail && DatabaseCircuit.IsSilence(e))
        {
            circuit.Suspect();
            return false;
        }
    }
}
