using System.Text.RegularExpressions;

namespace Portal.Web.Features.Admin.Outbox;

/// <summary>Hides what in a mail's text would open something: parts of links that are no words (ML-02).</summary>
internal static partial class MailSecrets
{
    public const string Shown = "•••••";

    public static string Mask(string text) => Link().Replace(text, link => Token().Replace(link.Value, Shown));

    [GeneratedRegex(@"https?://[^\s<>""]+", RegexOptions.NonBacktracking)]
    private static partial Regex Link();

    /// <summary>Long enough for 80 bits and more; words of our own addresses are shorter.</summary>
    [GeneratedRegex("[A-Za-z0-9_-]{20,}", RegexOptions.NonBacktracking)]
    private static partial Regex Token();
}
