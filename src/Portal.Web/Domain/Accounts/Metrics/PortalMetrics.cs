using System.Diagnostics.Metrics;

namespace Portal.Web.Domain.Accounts.Metrics;

public static class PortalMetrics
{
    public const string MeterName = "Portal";

    public static Meter Meter { get; } = new(MeterName);
}
