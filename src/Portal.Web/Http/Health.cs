namespace Portal.Web.Http;

/// <summary>For the load balancer: alive, and ready for requests. Plain words without detail; why not is in the log.</summary>
internal static partial class Health
{
    public const string Path = "/healthz";

    public static void MapPortalHealth(this IEndpointRouteBuilder routes)
    {
        routes.MapGet(Path + "/live", () => "alive").AllowAnonymous();
        routes.MapGet(Path + "/ready", ReadyAsync).AllowAnonymous();
    }

    private static async Task<IResult> ReadyAsync(Readiness readiness, CancellationToken cancellationToken) =>
        await readiness.FindObstacleAsync(cancellationToken) is null ? Results.Text("ready") : Results.Text("not ready", statusCode: StatusCodes.Status503ServiceUnavailable);
}
