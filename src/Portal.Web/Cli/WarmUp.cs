using Portal.Web.Data;
using Portal.Web.Tenancy.Profiles;

namespace Portal.Web.Cli;

/// <summary>
/// What the start needs anyway and can be made beside its other work: the database's model, and the code that reads
/// profiles. A start is mostly compilation, and that has more than one processor (PERF-5).
/// </summary>
internal static class WarmUp
{
    public static Task Begin(IServiceProvider services) => Task.WhenAll(Task.Run(() => MakeModel(services)), Task.Run(ReadProfilesAsync));

    private static void MakeModel(IServiceProvider services)
    {
        using var scope = services.CreateScope();
        _ = scope.ServiceProvider.GetRequiredService<PortalDbContext>().Model;
    }

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
            // The start step reads it again and says what is wrong with it.
        }
    }
}
