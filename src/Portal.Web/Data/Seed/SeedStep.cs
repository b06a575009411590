using System.Globalization;
using Microsoft.Extensions.Options;
using Portal.Web.Data.Starting;
using Portal.Web.Tenancy;

namespace Portal.Web.Data.Seed;

/// <summary>
/// What a start brings along: the demonstration or, outside it, nothing but a first administrator on an empty database.
/// </summary>
internal sealed class SeedStep(DemoData demo, FirstAdministrator first, IOptions<SiteOptions> site, TenantLinks links,
    TenantCatalog tenants) : IStartStep
{
    public int Order => 10;

    public async Task RunAsync(CancellationToken cancellationToken)
    {
        if (site.Value.Demo)
        {
            await demo.SeedAsync(cancellationToken);
        }
        else if (await first.CreateAsync(cancellationToken) is { } access)
        {
            await TellAsync(access, await tenants.StaffRealmAsync(cancellationToken));
        }
    }

    /// <summary>On standard output and not through the log, which is kept, sent about and read by many.</summary>
    private async Task TellAsync(FirstAdministratorAccess access, PortalTenant realm) => await Console.Out.WriteLineAsync(string.Create(
        CultureInfo.InvariantCulture,
        $"""

        The first system administrator can sign in at {links.To(realm, "/login")}
          email address       {access.Email}
          temporary password  {access.Password}
        It is good until {access.ExpiresAt:u} and is not shown again. The first sign-in sets a password and an authenticator app.

        """));
}
