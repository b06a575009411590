namespace Portal.Rules.Knowledge;

/// <summary>What names an article, a base or a category in an address.</summary>
public static class ArticleSlug
{
    /// <summary>It is read out and typed off.</summary>
    public const int Longest = 60;

    /// <summary>Other pages stand where articles do.</summary>
    private static readonly string[] Taken = ["search", "suggestions"];

    /// <summary>Pages of the portal have these addresses.</summary>
    public static bool IsTaken(string text) => Taken.Contains(text);

    /// <summary>Lower-case letters and digits of ASCII, in words parted by single hyphens.</summary>
    /// <param name="text">What was typed or stands in an address.</param>
    public static bool IsSlug(string text) => text.Length is >= 2 and <= Longest && !Taken.Contains(text)
        && text.All(c => char.IsAsciiLetterLower(c) || char.IsAsciiDigit(c) || c == '-')
        && text[0] != '-' && text[^1] != '-' && !text.Contains("--", StringComparison.Ordinal);
}
