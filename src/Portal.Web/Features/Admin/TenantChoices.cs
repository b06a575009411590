using Portal.Web.Http.TagHelpers;
using Portal.Web.Tenancy;

namespace Portal.Web.Features.Admin;

internal static class TenantChoices
{
    public static IEnumerable<Choice> Of(IEnumerable<PortalTenant> tenants) =>
        tenants.Select(tenant => new Choice(tenant.Slug, tenant.Profile.Name.ToString()));

    /// <summary>The name of the tenant that a filter names; its slug goes nowhere unless it is one of these.</summary>
    public static string? Name(IEnumerable<PortalTenant> tenants, string? slug) =>
        tenants.FirstOrDefault(tenant => tenant.Slug == slug)?.Profile.Name.ToString();
}
