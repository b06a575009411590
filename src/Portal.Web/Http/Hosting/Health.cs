namespace Portal.Web.Http.Hosting;

/// <summary>
/// For the load balancer: alive, and ready for requests. One word without detail; why not is in the log.
/// </summary>
internal static class Health
{
    public const string Path = "/healthz";

    public static void MapPortalHealth(this IEndpointRouteBuilder routes)
    {
        routes.MapGet(Path + "/live", () => "Healthy").AllowAnonymous();
        routes.MapHealthChecks(Path + "/ready").AllowAnonymous();
    }
}
