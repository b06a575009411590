using Portal.Web.Tenancy;

namespace Portal.Web.Http.Cookies;

/// <summary>Which portal this browser used last: all that addresses outside the portals can know (ui.md 3.1).</summary>
public sealed class LastPortal(ICookieNames names, TenantCatalog tenants)
{
    private const string Plain = "site";
    private static readonly TimeSpan Life = TimeSpan.FromDays(365);

    public void Remember(HttpContext context, PortalTenant tenant)
    {
        ArgumentNullException.ThrowIfNull(context);
        ArgumentNullException.ThrowIfNull(tenant);
        context.Response.Cookies.Append(names.Name(Plain), tenant.Slug, names.Options(context, life: Life, wholeSite: true));
    }

    /// <summary>The cookie is only a name; a portal that is suspended or gone is none (EN-10).</summary>
    public async Task<PortalTenant?> FindAsync(HttpContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        return RequestCookie.Single(context, names.Name(Plain)) is { } slug
            && await tenants.FindBySlugAsync(slug) is { Suspended: false } tenant ? tenant : null;
    }
}
