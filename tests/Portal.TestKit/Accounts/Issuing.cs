using Microsoft.Extensions.DependencyInjection;
using Portal.Rules.TemporaryPasswords;
using Portal.TestKit.Web;
using Portal.Web.Domain.Accounts.Passwords;
using Portal.Web.Tenancy;

namespace Portal.TestKit.Accounts;

/// <summary>Temporary passwords without a page.</summary>
public static class Issuing
{
    /// <summary>Hashed first and issued then, as everybody does it.</summary>
    /// <returns>The password.</returns>
    public static async Task<string> IssueTemporaryPasswordAsync(this PortalApp app, string slug, Guid userId,
        TemporaryPasswordOrigin origin)
    {
        ArgumentNullException.ThrowIfNull(app);
        var prepared = await app.WithServicesAsync(async services =>
        {
            services.GetRequiredService<CurrentTenant>().Set((await services.GetRequiredService<TenantCatalog>().FindBySlugAsync(slug))!);
            return await services.GetRequiredService<TemporaryPasswordService>().PrepareAsync();
        });
        await app.InTenantAsync(slug,
            services => services.GetRequiredService<TemporaryPasswordService>().IssueAsync(userId, prepared, origin));
        return prepared.Text;
    }
}
