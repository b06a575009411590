using Portal.Web.Tenancy;

namespace Portal.Web.Http.Places;

/// <summary>Which fixed addresses the application answers, so that no menu leads into the void.</summary>
public sealed class KnownPages(IEnumerable<EndpointDataSource> sources)
{
    private readonly Lazy<ILookup<string, RouteEndpoint>> pages = new(() => sources
        .SelectMany(source => source.Endpoints).OfType<RouteEndpoint>()
        .Where(endpoint => endpoint.RoutePattern.Parameters.Count == 0
            && Answers(endpoint.Metadata.GetMetadata<IHttpMethodMetadata>()?.HttpMethods))
        .ToLookup(endpoint => endpoint.RoutePattern.RawText?.Trim('/') ?? "", StringComparer.OrdinalIgnoreCase));

    public bool Has(string path) => At(path).Any();

    /// <summary>Is it there in this portal, which may lack the feature?</summary>
    public bool Has(string path, PortalTenant here) =>
        At(path).Any(page => SiteMatcherPolicy.IsServed(page.Metadata, here));

    /// <summary>What answers there, in one portal or another.</summary>
    internal IEnumerable<RouteEndpoint> At(string path) => pages.Value[path.Trim('/')];

    private static bool Answers(IReadOnlyList<string>? methods) => methods is not { Count: > 0 } || methods.Contains(HttpMethods.Get);
}
