namespace Portal.Web.Http.Hosting;

/// <summary>
/// For the load balancer: alive, and ready for requests. One word without detail; why not is in the log.
/// </summary>
internal static class Health
{
    public const string Path = "/healthz";
    public const string Live = Path + "/live";

    public static void MapPortalHealth(this IEndpointRouteBuilder routes)
    {
        routes.MapGet(Live, () => "Healthy").AllowAnonymous();
        routes.MapHealthChecks(Path + "/ready").AllowAnonymous();
    }
}
