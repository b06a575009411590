using System.Diagnostics.Metrics;

namespace Portal.Web.Accounts;

public static class PortalMetrics
{
    public const string MeterName = "Portal";

    public static Meter Meter { get; } = new(MeterName);
}
