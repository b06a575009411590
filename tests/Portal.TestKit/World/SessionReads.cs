using System.Data.Common;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace Portal.TestKit.World;

/// <summary>Notes each look at a session, the first thing that a signed-in request reads.</summary>
public sealed class SessionReads : DbCommandInterceptor
{
    // Longer than it takes on any machine: a request that does not come in it does not come.
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    private readonly SemaphoreSlim another = new(0);
    private int count;

    /// <summary>How many there were since the last <see cref="Forget"/>.</summary>
    public int Count => Volatile.Read(ref count);

    public void Forget()
    {
        Volatile.Write(ref count, 0);
        while (another.Wait(0))
        {
        }
    }

    public async Task UntilAsync(int many)
    {
        for (var i = 0; i < many; i++)
        {
            if (!await another.WaitAsync(Patience))
            {
                throw new TimeoutException($"Of {many} requests {i} came.");
            }
        }
    }

    public override ValueTask<DbDataReader> ReaderExecutedAsync(DbCommand command, CommandExecutedEventData eventData,
        DbDataReader result, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(command);
        if (command.CommandText.Contains("\"SidHash\" = ", StringComparison.Ordinal))
        {
            Interlocked.Increment(ref count);
            another.Release();
        }

        return ValueTask.FromResult(result);
    }
}
