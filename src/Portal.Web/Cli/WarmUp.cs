using Portal.Web.Data.PostgreSql;
using Portal.Web.Data.Starting;

namespace Portal.Web.Cli;

/// <summary>
/// What the start needs anyway and can be made beside its other work: the database's model, and the code that makes
/// statements of queries. A start is mostly compilation, and that has more than one processor (PERF-5).
/// </summary>
internal static class WarmUp
{
    /// <summary>One after the other, in the order in which the start will ask for it.</summary>
    /// <returns>What ends with the model; the rest goes on, and nothing waits for it.</returns>
    public static Task Begin(DatabaseProvider provider)
    {
        if (provider != DatabaseProvider.PostgreSql)
        {
            return Task.CompletedTask;
        }

        var model = Task.Run(() => NpgsqlPortalDbContext.SharedModel);
        // Not awaited: that would go on in front of whoever waits for the model, on the same thread.
        _ = model.ContinueWith(_ => NpgsqlPortalDbContext.MakeStatements(), CancellationToken.None,
            TaskContinuationOptions.OnlyOnRanToCompletion, TaskScheduler.Default);
        return model;
    }
}
