using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace Portal.Web.Tenancy;

/// <summary>
/// Says of a node that some tenants are served there as they were before, or not at all, because it cannot read their
/// profiles. It goes on serving, and so stays ready: the others are not to go down with them (FP-09).
/// </summary>
internal sealed class TenantHealth(TenantCatalog tenants) : IHealthCheck
{
    public Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default) =>
        Task.FromResult(tenants.Unread is { Count: > 0 } unread
            ? HealthCheckResult.Degraded($"profiles that cannot be read: {string.Join(", ", unread)}")
            : HealthCheckResult.Healthy());
}
