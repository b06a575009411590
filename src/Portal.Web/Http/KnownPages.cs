namespace Portal.Web.Http;

/// <summary>Which fixed addresses the application answers, so that no menu leads into the void.</summary>
public sealed class KnownPages(IEnumerable<EndpointDataSource> sources)
{
    private readonly Lazy<HashSet<string>> addresses = new(() => sources
        .SelectMany(source => source.Endpoints).OfType<RouteEndpoint>()
        .Where(endpoint => endpoint.RoutePattern.Parameters.Count == 0 && Answers(endpoint.Metadata.GetMetadata<IHttpMethodMetadata>()?.HttpMethods))
        .Select(endpoint => endpoint.RoutePattern.RawText?.Trim('/') ?? "")
        .ToHashSet(StringComparer.OrdinalIgnoreCase));

    public bool Has(string path) => addresses.Value.Contains(path.Trim('/'));

    private static bool Answers(IReadOnlyList<string>? methods) => methods is not { Count: > 0 } || methods.Contains(HttpMethods.Get);
}
