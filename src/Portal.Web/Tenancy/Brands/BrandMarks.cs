namespace Portal.Web.Tenancy.Brands;

/// <summary>
/// The drawings a tenant chooses its mark from, as strokes on 24 × 24. They stand in the page itself: no request, and
/// the colour of the text around them, also on paper and with forced colours.
/// </summary>
internal static class BrandMarks
{
    public const string Usual = "portal";

    private static readonly Dictionary<string, string> Drawings = new(StringComparer.Ordinal)
    {
        [Usual] = """<path d="M5.5 21V11a6.5 6.5 0 0 1 13 0v10M3 21h18M12 14v1.5"/>""",
        ["line"] = """<circle cx="5" cy="17.5" r="2.5"/><circle cx="19" cy="6.5" r="2.5"/>"""
            + """<path d="M7.5 17.5H10a2.5 2.5 0 0 0 2.5-2.5V9A2.5 2.5 0 0 1 15 6.5h1.5M2.5 6.5h5M16.5 17.5h5"/>""",
        ["office"] = """<path d="M4.5 21V5L14 3v18M14 9h5.5v12M2.5 21h19M8 8h2.5M8 12h2.5M8 16h2.5M17 13v.5M17 17v.5"/>""",
        ["home"] = """<path d="M3 11.5 12 4l9 7.5M5.5 9.5V20h13V9.5"/><path d="M10 20v-5.5h4V20"/>""",
        ["box"] = """<path d="m12 3 8.5 4.5v9L12 21l-8.5-4.5v-9z"/><path d="m3.5 7.5 8.5 4.5 8.5-4.5M12 12v9M7.75 5.25l8.5 4.5"/>""",
        ["shield"] = """<path d="M12 3 4.5 5.5v6c0 4.5 3 7.7 7.5 9.5 4.5-1.8 7.5-5 7.5-9.5v-6z"/><path d="m8.5 12 2.5 2.5 4.5-5"/>""",
    };

    public static IReadOnlyList<string> Names { get; } = [.. Drawings.Keys];

    public static string Drawing(string name) => Drawings[name];
}
