using Microsoft.AspNetCore.Routing.Matching;
using Portal.Web.Tenancy;

namespace Portal.Web.Http.Places;

/// <summary>
/// An endpoint that is not served here, or whose feature this
/// tenant has not, is not there: the same 404 as an unknown path.
/// </summary>
internal sealed class SiteMatcherPolicy : MatcherPolicy, IEndpointSelectorPolicy
{
    public override int Order => -10_000;

    public bool AppliesToEndpoints(IReadOnlyList<Endpoint> endpoints) =>
        endpoints.Any(endpoint => endpoint.Metadata.GetMetadata<ServedInAttribute>() is not null
            || endpoint.Metadata.GetMetadata<TenantFeatureAttribute>() is not null);

    public Task ApplyAsync(HttpContext httpContext, CandidateSet candidates)
    {
        var tenant = httpContext.RequestServices.GetRequiredService<CurrentTenant>().OrNull;
        for (var i = 0; i < candidates.Count; i++)
        {
            if (candidates.IsValidCandidate(i) && !IsServed(candidates[i].Endpoint.Metadata, tenant))
            {
                candidates.SetValidity(i, false);
            }
        }

        return Task.CompletedTask;
    }

    internal static bool IsServed(EndpointMetadataCollection marks, PortalTenant? tenant)
    {
        var here = tenant is null ? Site.Outside : tenant.IsStaffRealm ? Site.Staff : Site.Tenant;
        var site = marks.GetMetadata<ServedInAttribute>()?.Site ?? Site.Anywhere;
        return site.HasFlag(here) && (marks.GetMetadata<TenantFeatureAttribute>() is not { } mark || tenant?.Has(mark.Feature) == true);
    }
}
