namespace Portal.Web.Features.Shared.Knowledge;

/// <summary>Pages of customers about articles.</summary>
public static class KnowledgePaths
{
    public const string Index = "~/kb";

    public const string Search = "~/kb/search";

    public const string Suggestions = "~/kb/suggestions";

    public static string Base(string slug) => $"~/kb/b/{slug}";

    public static string Category(string slug) => $"~/kb/c/{slug}";

    public static string Show(string slug) => $"~/kb/{slug}";

    public static string In(string slug, string language) => $"~/kb/{slug}?lang={language}";

    public static string File(string slug, Guid id) => $"~/kb/{slug}/files/{id}";

    public static string Feedback(string slug) => $"~/kb/{slug}/feedback";

    /// <summary>An inquiry about what no article answered.</summary>
    public static string Ask(string? subject) =>
        string.IsNullOrWhiteSpace(subject) ? "~/cases/new" : "~/cases/new?q=" + Uri.EscapeDataString(subject.Trim());

    /// <summary>Where the title leads: an article that is one file downloads (KNOW-1).</summary>
    public static string Title(string slug, Guid? fileId) => fileId is { } id ? File(slug, id) : Show(slug);
}
