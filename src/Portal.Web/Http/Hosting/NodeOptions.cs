using System.Net;

namespace Portal.Web.Http.Hosting;

/// <summary>How this node stands among the machines around it.</summary>
public sealed class NodeOptions
{
    public const string Section = "Portal";

    /// <summary>
    /// Addresses or networks (CIDR) of the proxies whose X-Forwarded-For and X-Forwarded-Proto count.
    /// </summary>
    public IList<string> KnownProxies { get; } = [];

    /// <summary>
    /// How long readiness says no before the node stops taking requests, so that the load balancer has noticed (REL-3).
    /// </summary>
    public int ShutdownNoticeSeconds { get; set; } = 10;

    /// <summary>
    /// Where weaknesses are reported, as a URI (mailto: or https:). Without it there is no security.txt.
    /// </summary>
    public string? SecurityContact { get; set; }

    internal bool AreProxiesUsable => KnownProxies.All(proxy => IPAddress.TryParse(proxy, out _) || IPNetwork.TryParse(proxy, out _));
}
