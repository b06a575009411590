using Microsoft.Extensions.Options;
using Portal.Web.Data.Starting;
using Portal.Web.Tenancy;
using Portal.Web.Tenancy.Profiles;

namespace Portal.Web.Cli;

/// <summary>
/// Reads the shipped profile files and those of further folders; a file that cannot be used stops the start (SITE-2).
/// </summary>
internal sealed class ProfilesStep(ProfileFiles files, StartLock turn, TenantCatalog tenants, IOptions<ProfileOptions> options,
    IOptions<SiteOptions> site) : IStartStep
{
    public int Order => 0;

    public static string Shipped => Path.Combine(AppContext.BaseDirectory, "Tenancy", "Profiles");

    public async Task RunAsync(CancellationToken cancellationToken)
    {
        var profiles = await ProfileFiles.ReadAsync([Shipped, .. options.Value.ProfileFolders], site.Value, cancellationToken);
        await turn.RunAsync(() => files.ApplyAsync(profiles, cancellationToken), cancellationToken);
        tenants.Invalidate();
    }
}
