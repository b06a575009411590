using Portal.Web.Http.TagHelpers;
using Portal.Web.Tenancy;

namespace Portal.Web.Features.Admin;

/// <summary>Sites where the staff chooses one: two of one name are told apart by their addresses.</summary>
internal static class TenantChoices
{
    public static IEnumerable<Choice> Of(IEnumerable<PortalTenant> tenants) => Named(tenants)
        .Select(each => new Choice(each.Tenant.Slug, each.Name));

    /// <summary>What one of them is called beside the others.</summary>
    public static string Name(IEnumerable<PortalTenant> among, PortalTenant tenant) =>
        Named(among).First(each => each.Tenant.Slug == tenant.Slug).Name;

    public static IEnumerable<(PortalTenant Tenant, string Name)> Named(IEnumerable<PortalTenant> tenants)
    {
        var all = tenants.Select(tenant => (Tenant: tenant, Name: tenant.Profile.Name.ToString())).ToList();
        var twice = all.CountBy(each => each.Name, StringComparer.OrdinalIgnoreCase).Where(each => each.Value > 1)
            .Select(each => each.Key).ToHashSet(StringComparer.OrdinalIgnoreCase);
        return all.Select(each => twice.Contains(each.Name) ? (each.Tenant, $"{each.Name} · {each.Tenant.Slug}") : each);
    }
}
