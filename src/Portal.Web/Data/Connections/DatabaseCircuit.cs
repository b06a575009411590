using System.Data.Common;
using Microsoft.Data.SqlClient;
using Npgsql;
using Portal.Web.Data.Starting;

namespace Portal.Web.Data.Connections;

/// <summary>
/// Remembers that the database does not answer. After one wait that ended without an answer, somebody looks, on a
/// connection of its own; while that gets no answer either, nobody else waits, and the looks go on. The first answer
/// ends it (REL-2, FD-01).
/// </summary>
public sealed partial class DatabaseCircuit(DatabaseConnections connections, ILogger<DatabaseCircuit> log) : IDisposable
{
    private const int LongestLook = 2;
    private static readonly TimeSpan BetweenLooks = TimeSpan.FromSeconds(1);
    private readonly CancellationTokenSource end = new();
    private volatile bool isAway;
    private int looking;

    /// <exception cref="TimeoutException">There is no use in asking.</exception>
    public void ShouldAnswer()
    {
        if (isAway)
        {
            throw new TimeoutException("The database does not answer.");
        }
    }

    /// <summary>A wait has ended without an answer: was that the statement, or is the database away?</summary>
    public void Suspect()
    {
        if (Interlocked.CompareExchange(ref looking, 1, 0) == 0)
        {
            using (ExecutionContext.SuppressFlow())
            {
                _ = Task.Run(LookAsync, CancellationToken.None);
            }
        }
    }

    public void Dispose()
    {
        end.Cancel();
        end.Dispose();
    }

    /// <summary>The client waited, and nothing came; a refusal of the server's is an answer.</summary>
    internal static bool IsSilence(Exception? exception) => exception switch
    {
        PostgresException => false,
        NpgsqlException { InnerException: TimeoutException } or TimeoutException => true,
        SqlException sql => sql.Number == -2,
        _ => false,
    };

    private async Task LookAsync()
    {
        var stop = end.Token;
        try
        {
            while (!await AnswersAsync(stop))
            {
                if (!isAway)
                {
                    isAway = true;
                    LogAway(log);
                }

                await Task.Delay(BetweenLooks, stop);
            }
        }
        catch (OperationCanceledException)
        {
            // The node ends.
        }
        finally
        {
            if (isAway)
            {
                isAway = false;
                LogBack(log);
            }

            Volatile.Write(ref looking, 0);
        }
    }

    private async Task<bool> AnswersAsync(CancellationToken cancellationToken)
    {
        try
        {
            await using var connection = Connection();
            await connection.OpenAsync(cancellationToken);
            await using var command = connection.CreateCommand();
            (command.CommandText, command.CommandTimeout) = ("SELECT 1", LongestLook);
            await command.ExecuteScalarAsync(cancellationToken);
            return true;
        }
        catch (PostgresException refused)
        {
            return refused.SqlState != PostgresErrorCodes.CannotConnectNow;
        }
        catch (Exception e) when (e is DbException or TimeoutException or IOException)
        {
            return false;
        }
    }

    private DbConnection Connection() => connections.Provider == DatabaseProvider.PostgreSql
        ? new NpgsqlConnection(new NpgsqlConnectionStringBuilder(connections.Limited)
        {
            Pooling = false,
            Timeout = LongestLook
        }.ConnectionString)
        : new SqlConnection(new SqlConnectionStringBuilder(connections.Limited)
        {
            Pooling = false,
            ConnectTimeout = LongestLook
        }.ConnectionString);

    [LoggerMessage(Level = LogLevel.Error, Message = "The database does not answer; requests are refused at once until it does")]
    private static partial void LogAway(ILogger log);

    [LoggerMessage(Level = LogLevel.Warning, Message = "The database answers again")]
    private static partial void LogBack(ILogger log);
}
