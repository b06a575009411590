namespace Portal.Web.Domain.Knowledge;

/// <summary>The languages that articles are written in.</summary>
public static class KnowledgeLanguages
{
    public const string Japanese = "ja";
    public const string English = "en";

    /// <summary>In the order in which they are offered.</summary>
    public static readonly IReadOnlyList<string> All = [Japanese, English];
}
