namespace Portal.Web.Http.Hosting;

public sealed class PortalOptions
{
    public const string Section = "Portal";

    /// <summary>
    /// Demonstration mode: sample tenants, mailbox, phone simulator and component gallery are reachable. By default on
    /// in Development alone.
    /// </summary>
    public bool Demo { get; set; }

    /// <summary>
    /// Where the portal is reached, as users type it: links in mails and the accepted host name come from here.
    /// </summary>
    public string? BaseUrl { get; set; }

    /// <summary>Allows demonstration mode under a public https address.</summary>
    public bool DemoOnPublicHost { get; set; }

    /// <summary>Folder for what the application keeps on disk.</summary>
    public string DataFolder { get; set; } = "App_Data";

    /// <summary>Background work runs on this node.</summary>
    public bool Workers { get; set; } = true;

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

    public Uri? BaseAddress => Uri.TryCreate(BaseUrl, UriKind.Absolute, out var address) ? address : null;
}
