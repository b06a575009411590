namespace Portal.Browser.Tests;

/// <summary>How a page is looked at.</summary>
public sealed record Look(string Language = "ja", bool Dark = false, int Width = 1280, bool Script = true)
{
    public static Look Default { get; } = new();

    /// <summary>Both languages, both themes, wide and narrow: what every page must pass (A11Y 1).</summary>
    public static IReadOnlyList<Look> All { get; } =
    [
        new("ja"), new("en"), new("ja", Dark: true), new("en", Dark: true),
        new("ja", Width: 320), new("en", Width: 320), new("ja", Dark: true, Width: 320), new("en", Dark: true, Width: 320),
    ];
}
