using Microsoft.AspNetCore.Routing.Patterns;
using Microsoft.AspNetCore.Routing.Template;
using Portal.Web.Http.Hosting;
using Portal.Web.Tenancy;

namespace Portal.Web.Http.Places;

/// <summary>
/// Which addresses of this portal answer when a browser simply goes there, as it does after a form (SAFE-5).
/// </summary>
internal sealed class ReadablePages(IEnumerable<EndpointDataSource> sources, ParameterPolicyFactory policies)
{
    private readonly Lazy<IReadOnlyList<Page>> pages = new(() =>
        [.. sources.SelectMany(source => source.Endpoints).OfType<RouteEndpoint>().Where(IsPage)
            .Select(endpoint => new Page(endpoint, policies))]);

    /// <param name="path">Below the portal, without its query.</param>
    public bool Has(PathString path, PortalTenant? here) => pages.Value.Any(page => page.Answers(path, here));

    /// <summary>
    /// The page that a form sent to this address belongs to: the address itself, or the nearest above it.
    /// </summary>
    public PathString Above(PathString path, PortalTenant? here)
    {
        var nearest = path.HasValue ? path.Value! : "/";
        while (nearest.Length > 1 && !Has(nearest, here))
        {
            nearest = nearest[..Math.Max(nearest.LastIndexOf('/'), 1)];
        }

        return nearest;
    }

    private static bool IsPage(RouteEndpoint endpoint) =>
        !StaticFiles.Is(endpoint) && endpoint.Metadata.GetMetadata<DownloadAttribute>() is null
        && endpoint.Metadata.GetMetadata<IHttpMethodMetadata>()?.HttpMethods.Contains(HttpMethods.Get) == true;

    private sealed class Page(RouteEndpoint endpoint, ParameterPolicyFactory policies)
    {
        private readonly TemplateMatcher matcher =
            new(new RouteTemplate(endpoint.RoutePattern), new RouteValueDictionary(endpoint.RoutePattern.Defaults));
        private readonly List<(string Name, IRouteConstraint Rule)> rules =
            [.. endpoint.RoutePattern.Parameters.SelectMany(parameter =>
                    parameter.ParameterPolicies.Select(policy => (parameter.Name, policies.Create(parameter, policy) as IRouteConstraint)))
                .Where(rule => rule.Item2 is not null).Select(rule => (rule.Name, rule.Item2!))];

        public bool Answers(PathString path, PortalTenant? here)
        {
            var values = new RouteValueDictionary();
            return SiteMatcherPolicy.IsServed(endpoint.Metadata, here)
                && matcher.TryMatch(path, values)
                && rules.TrueForAll(rule => rule.Rule.Match(null, null, rule.Name, values, RouteDirection.IncomingRequest));
        }
    }
}
