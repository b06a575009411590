using Microsoft.AspNetCore.Mvc.ModelBinding;
using Portal.Web.Tenancy;

namespace Portal.Web.Features.Landing;

public sealed class LandingPage
{
    /// <summary>A code or an address, as somebody has it.</summary>
    public string? Portal { get; set; }

    /// <summary>In demonstration mode only.</summary>
    [BindNever]
    public IReadOnlyList<PortalTile> Portals { get; set; } = [];

    /// <summary>The staff's own realm and what stands beside the portals; in demonstration mode only.</summary>
    [BindNever]
    public IReadOnlyList<LandingLink> Others { get; set; } = [];
}

/// <summary>A portal as the demonstration shows it, in its own colours.</summary>
/// <param name="Accounts">Those a visitor may try first.</param>
public sealed record PortalTile(PortalTenant Tenant, IReadOnlyList<LandingLink> Accounts)
{
    public string Href => Tenant.PathBase + "/";
}

public sealed record LandingLink(string Title, string Text, string Href);
