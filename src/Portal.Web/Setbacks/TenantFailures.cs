using System.Diagnostics.Metrics;
using Portal.Web.Metrics;

namespace Portal.Web.Setbacks;

/// <summary>Rounds that failed for one tenant and went on to the next: counted and logged alike (FP-09).</summary>
internal static partial class TenantFailures
{
    private static readonly Counter<long> Failures = PortalMetrics.Meter.CreateCounter<long>(
        "portal.jobs.tenant_failures", description: "Rounds that failed for one tenant, by round and tenant");

    public static void Record(ILogger log, Exception e, string round, string tenant)
    {
        Failures.Add(1, new("round", round), new("tenant", tenant));
        LogFailedTenant(log, e, round, tenant);
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "{Job} failed for tenant {Tenant}")]
    private static partial void LogFailedTenant(ILogger logger, Exception exception, string job, string tenant);
}
