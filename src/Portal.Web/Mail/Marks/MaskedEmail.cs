using Portal.Rules.Text;

namespace Portal.Web.Mail.Marks;

/// <summary>
/// An address of which the reader recognises its own, and others learn next to nothing: always the same length (EN-08).
/// </summary>
public static class MaskedEmail
{
    private const string Hidden = "***";

    public static string Of(string? stored)
    {
        var address = EmailAddress.Readable(stored);
        if (address is not { Length: > 0 } || address.IndexOf('@', StringComparison.Ordinal) is not (> 0 and var at))
        {
            return "";
        }

        var domain = address[(at + 1)..];
        return $"{First(address)}{Hidden}@{First(domain)}{Hidden}.{Top(domain)}";
    }

    private static string First(string text) => text.Length > 0 ? Shortened.First(text) : "*";

    /// <summary>Two letters at most, so that the length tells nothing.</summary>
    private static string Top(string domain) => domain[(domain.LastIndexOf('.') + 1)..] is { Length: 2 } country ? country : "**";
}
