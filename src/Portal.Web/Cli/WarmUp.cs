using Portal.Web.Data.PostgreSql;
using Portal.Web.Data.Starting;
using Portal.Web.Tenancy.Profiles;

namespace Portal.Web.Cli;

/// <summary>
/// What the start needs anyway and can be made beside its other work: the database's model, the code that makes
/// statements of queries, and the code that reads profiles. A start is mostly compilation, and that has more than one
/// processor (PERF-5).
/// </summary>
internal static class WarmUp
{
    /// <summary>One after the other, in the order in which the start will ask for it.</summary>
    /// <returns>What ends with the model; the rest goes on, and nothing waits for it.</returns>
    public static Task Begin(DatabaseProvider provider)
    {
        var model = provider == DatabaseProvider.PostgreSql ? Task.Run(() => NpgsqlPortalDbContext.SharedModel) : Task.CompletedTask;
        // Not awaited: that would go on in front of whoever waits for the model, on the same thread.
        _ = model.ContinueWith(_ => GoOnAsync(provider), CancellationToken.None, TaskContinuationOptions.OnlyOnRanToCompletion,
            TaskScheduler.Default);
        return model;
    }

    private static async Task GoOnAsync(DatabaseProvider provider)
    {
        if (provider == DatabaseProvider.PostgreSql)
        {
            NpgsqlPortalDbContext.MakeStatements();
        }

        try
        {
            foreach (var profile in await ProfileFiles.ReadAsync([ProfilesStep.Shipped], CancellationToken.None))
            {
                _ = ProfileJson.Write(profile);
            }
        }
        catch (ProfileException)
        {
            // The step that reads them says itself what is wrong with one.
        }
    }
}
