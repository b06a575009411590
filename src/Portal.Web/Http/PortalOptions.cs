namespace Portal.Web.Http;

public sealed class PortalOptions
{
    public const string Section = "Portal";

    /// <summary>Demonstration mode: sample tenants, mailbox, phone simulator and component gallery are reachable.</summary>
    public bool Demo { get; set; }

    /// <summary>Where weaknesses are reported, as a URI (mailto: or https:). Without it there is no security.txt.</summary>
    public string? SecurityContact { get; set; }
}
