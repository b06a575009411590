using Portal.Web.Data.PostgreSql;
using Portal.Web.Data.Starting;
using Portal.Web.Tenancy.Profiles;

namespace Portal.Web.Cli;

/// <summary>
/// What the start needs anyway and can be made beside its other work: the database's model, and the code that reads
/// profiles. A start is mostly compilation, and that has more than one processor (PERF-5).
/// </summary>
internal static class WarmUp
{
    /// <summary>That of PostgreSQL's contexts; SQL Server's is made by the first of them.</summary>
    public static Task ModelAsync(DatabaseProvider provider) =>
        provider == DatabaseProvider.PostgreSql ? Task.Run(() => NpgsqlPortalDbContext.SharedModel) : Task.CompletedTask;

    /// <summary>
    /// Not waited for: the step that reads them comes a while later, and says itself what is wrong with one.
    /// </summary>
    public static Task ProfilesAsync() => Task.Run(ReadProfilesAsync);

    private static async Task ReadProfilesAsync()
    {
        try
        {
            foreach (var profile in await ProfileFiles.ReadAsync([ProfilesStep.Shipped], CancellationToken.None))
            {
                _ = ProfileJson.Write(profile);
            }
        }
        catch (ProfileException)
        {
            // That step reads it again.
        }
    }
}
