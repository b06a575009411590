using System.Collections.Concurrent;
using System.Data.Common;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace Portal.Web.Tests.Performance;

/// <summary>
/// Notes each command that goes to the database. BEGIN and COMMIT, and a tenant's setting in front of a query, travel
/// along and are none.
/// </summary>
public sealed class RoundTripCounter : DbCommandInterceptor
{
    private readonly ConcurrentQueue<string> commands = new();

    /// <summary>
    /// What was asked since the last time. The catalogue of tenants is read at most once a second, by whichever request
    /// comes first: that is no page's.
    /// </summary>
    public IReadOnlyList<string> Take()
    {
        var taken = new List<string>();
        while (commands.TryDequeue(out var sql))
        {
            taken.Add(sql);
        }

        return [.. taken.Where(sql => !sql.Contains("FROM \"Tenants\" AS t\nWHERE t.\"ChangedAt\"", StringComparison.Ordinal))];
    }

    public override ValueTask<InterceptionResult<DbDataReader>> ReaderExecutingAsync(DbCommand command, CommandEventData eventData,
        InterceptionResult<DbDataReader> result, CancellationToken cancellationToken = default)
    {
        Note(command);
        return ValueTask.FromResult(result);
    }

    public override ValueTask<InterceptionResult<int>> NonQueryExecutingAsync(DbCommand command, CommandEventData eventData,
        InterceptionResult<int> result, CancellationToken cancellationToken = default)
    {
        Note(command);
        return ValueTask.FromResult(result);
    }

    public override ValueTask<InterceptionResult<object>> ScalarExecutingAsync(DbCommand command, CommandEventData eventData,
        InterceptionResult<object> result, CancellationToken cancellationToken = default)
    {
        Note(command);
        return ValueTask.FromResult(result);
    }

    private void Note(DbCommand command) => commands.Enqueue(command.CommandText.ReplaceLineEndings("\n"));
}
