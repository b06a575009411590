using Microsoft.Extensions.DependencyInjection;
using Portal.TestKit.Web;
using Portal.Web.Data;
using Portal.Web.Tenancy;
using Portal.Web.Tenancy.Profiles;

namespace Portal.TestKit.Accounts;

/// <summary>Work inside a tenant, in a transaction, with the application's own services.</summary>
public static class Tenants
{
    public static Task<T> InTenantAsync<T>(this PortalApp app, string slug, Func<IServiceProvider, Task<T>> work)
    {
        ArgumentNullException.ThrowIfNull(app);
        return app.WithServicesAsync(async services =>
        {
            var tenant = await services.GetRequiredService<TenantCatalog>().FindBySlugAsync(slug)
                ?? throw new InvalidOperationException($"There is no tenant {slug}.");
            services.GetRequiredService<TenantScope>().Use(tenant.Id);
            services.GetRequiredService<CurrentTenant>().Set(tenant);
            return await services.GetRequiredService<UnitOfWork>().RunAsync(() => work(services));
        });
    }

    public static Task InTenantAsync(this PortalApp app, string slug, Func<IServiceProvider, Task> work) =>
        app.InTenantAsync(slug, async services =>
    {
        await work(services);
        return true;
    });

    /// <summary>Reads rows as the application would, inside the tenant.</summary>
    public static Task<T> QueryAsync<T>(this PortalApp app, string slug, Func<PortalDbContext, Task<T>> query) =>
        app.InTenantAsync(slug, services => query(services.GetRequiredService<PortalDbContext>()));

    /// <summary>Changes a tenant's profile as staff would, seen at once by this node.</summary>
    public static Task ChangeProfileAsync(this PortalApp app, string slug, Func<TenantProfile, TenantProfile> change) =>
        app.WithServicesAsync(async services =>
    {
        var catalog = services.GetRequiredService<TenantCatalog>();
        var tenant = await catalog.FindBySlugAsync(slug) ?? throw new InvalidOperationException($"There is no tenant {slug}.");
        var db = services.GetRequiredService<PortalDbContext>();
        var row = await db.Tenants.FindAsync(tenant.Id);
        (row!.Profile, row.ProfileEdited) = (ProfileJson.Write(change(tenant.Profile)), true);
        await db.SaveChangesAsync();
        catalog.Invalidate();
    });
}
