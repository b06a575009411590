using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace Portal.Web.Data.Starting;

/// <summary>
/// Whether this node and its database belong together (FP-04), and whether the node's start is complete.
/// </summary>
public sealed class DatabaseReadiness(IServiceScopeFactory scopes, DatabaseConnections connections) : IHealthCheck
{
    private readonly TaskCompletionSource prepared = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>The start is complete: keys and profiles are there.</summary>
    public void Prepared() => prepared.TrySetResult();

    public Task WhenPrepared => prepared.Task;

    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default) =>
        await FindObstacleAsync(cancellationToken) is { } obstacle ? HealthCheckResult.Unhealthy(obstacle)
            : prepared.Task.IsCompleted ? HealthCheckResult.Healthy()
            : HealthCheckResult.Unhealthy("the start is not complete");

    /// <returns>Why the node must not be given requests; null when nothing speaks against it.</returns>
    public async Task<string?> FindObstacleAsync(CancellationToken cancellationToken)
    {
        try
        {
            await using var scope = scopes.CreateAsyncScope();
            var db = scope.ServiceProvider.GetRequiredService<PortalDbContext>();
            return Compare(KnownMigrations.Of(connections.Provider), await AppliedMigrations.ReadAsync(db, cancellationToken));
        }
        catch (Exception e) when (DatabaseFailure.Of(e) == DatabaseFailureKind.Unavailable)
        {
            return "the database does not answer";
        }
    }

    private static string? Compare(IReadOnlySet<string> known, IReadOnlySet<string> applied)
    {
        if (known.Except(applied).FirstOrDefault() is { } pending)
        {
            return $"the database is older than this release: {pending} is pending, run migrate";
        }

        return applied.Except(known).FirstOrDefault() is { } unknown
            ? $"the database is newer than this release: {unknown} is not known here"
            : null;
    }
}
