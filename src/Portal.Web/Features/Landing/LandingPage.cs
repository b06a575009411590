using Microsoft.AspNetCore.Mvc.ModelBinding;

namespace Portal.Web.Features.Landing;

public sealed class LandingPage
{
    /// <summary>A code or an address, as somebody has it.</summary>
    public string? Portal { get; set; }

    /// <summary>In demonstration mode only.</summary>
    [BindNever]
    public IReadOnlyList<LandingLink> Demo { get; set; } = [];
}

public sealed record LandingLink(string Title, string Text, string Href);
