using Npgsql;

namespace Portal.Web.Data.PostgreSql;

/// <summary>
/// Changes tables while people work on them: whoever waits for a lock makes everybody behind it wait as well, so each
/// try is short, and there are many.
/// </summary>
internal static class PatientOwner
{
    private const int MostTries = 100;

    /// <summary>In seconds: a large table is gone through once. Locks are given up much sooner.</summary>
    private const int LongestWork = 3600;

    private static readonly TimeSpan LongestPause = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan Step = TimeSpan.FromMilliseconds(50);

    /// <summary>From here on no statement of this session waits for a lock longer than that.</summary>
    public static Task HurryAsync(NpgsqlConnection connection, CancellationToken cancellationToken) =>
        ExecuteAsync(connection, "SET lock_timeout = '1s'", cancellationToken);

    /// <param name="change">Leaves nothing when it fails.</param>
    public static async Task TryAsync(Func<Task> change, CancellationToken cancellationToken)
    {
        for (var tries = 1; ; tries++)
        {
            try
            {
                await change();
                return;
            }
            catch (PostgresException busy) when (tries < MostTries && busy.SqlState is PostgresErrorCodes.LockNotAvailable
                or PostgresErrorCodes.DeadlockDetected)
            {
                await Task.Delay(tries * Step < LongestPause ? tries * Step : LongestPause, cancellationToken);
            }
        }
    }

    /// <summary>Each part that is missing, in a transaction of its own: one table's lock at a time.</summary>
    public static async Task EnsureAsync(NpgsqlConnection connection, IEnumerable<SchemaPart> parts, CancellationToken cancellationToken)
    {
        foreach (var part in parts)
        {
            await TryAsync(() => EnsureAsync(connection, part, cancellationToken), cancellationToken);
        }
    }

    public static async Task ExecuteAsync(NpgsqlConnection connection, string sql, CancellationToken cancellationToken)
    {
#pragma warning disable CA2100 // constants of this folder and names from the model
        await using var command = new NpgsqlCommand(sql, connection) { CommandTimeout = LongestWork };
#pragma warning restore CA2100
        await command.ExecuteNonQueryAsync(cancellationToken);
    }

    private static async Task EnsureAsync(NpgsqlConnection connection, SchemaPart part, CancellationToken cancellationToken)
    {
        if (!await part.IsMissing(connection, cancellationToken))
        {
            return;
        }

        await using var transaction = await connection.BeginTransactionAsync(cancellationToken);
        await ExecuteAsync(connection, part.Make, cancellationToken);
        await transaction.CommitAsync(cancellationToken);
    }
}
