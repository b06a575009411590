using Portal.Web.Http.Errors;
using Portal.Web.Http.Hosting;
using Portal.Web.Tenancy;
using Portal.Web.Tenancy.Profiles;

namespace Portal.Web.Http.Places;

/// <summary>
/// Which portal a request is for: by its host name, by /t/{slug}, or the staff's at /admin. The slug moves into
/// PathBase, so that routes and links never mention it. An unknown and a suspended portal are the same 404 (EN-10).
/// </summary>
internal sealed class TenantResolution(RequestDelegate next, TenantCatalog tenants)
{
    public async Task InvokeAsync(HttpContext context, CurrentTenant current, TenantEntry entry)
    {
        if (current.IsSet || ErrorPages.IsRunning(context) || context.Request.Path.StartsWithSegments(Health.Path))
        {
            await next(context);
            return;
        }

        var place = await FindAsync(context.Request);
        if (place.IsPortal && place.Tenant is not { Suspended: false })
        {
            context.Response.StatusCode = StatusCodes.Status404NotFound;
            return;
        }

        if (place.Tenant is { } tenant)
        {
            entry.Enter(tenant);
            context.Request.PathBase += place.Base;
            context.Request.Path = place.Rest;
            if (tenant.HasActing)
            {
                ActingAddress.Enter(context);
            }
        }

        await next(context);
    }

    private async ValueTask<Place> FindAsync(HttpRequest request)
    {
        if (await tenants.FindByHostAsync(request.Host.Host) is { } own)
        {
            return new Place(true, own, PathString.Empty, request.Path);
        }

        return (request.Path.Value ?? "").Split('/', 4) switch
        {
            ["", "t", var slug, .. var rest] when slug.Length > 0 && slug != TenantProfile.StaffSlug =>
                new Place(true, await tenants.FindBySlugAsync(slug), $"/t/{slug}", Rest(rest)),
            ["", TenantProfile.StaffSlug, .. var rest] =>
                new Place(true, await tenants.FindBySlugAsync(TenantProfile.StaffSlug), "/" + TenantProfile.StaffSlug, Rest(rest)),
            _ => default,
        };
    }

    private static PathString Rest(string[] parts) => parts.Length == 0 ? "/" : "/" + string.Join('/', parts);

    /// <param name="IsPortal">The address names a portal, whether there is one or not.</param>
    private readonly record struct Place(bool IsPortal, PortalTenant? Tenant, PathString Base, PathString Rest);
}
