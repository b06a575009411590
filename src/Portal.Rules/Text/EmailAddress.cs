using System.Diagnostics.CodeAnalysis;
using System.Globalization;

namespace Portal.Rules.Text;

/// <summary>
/// Which e-mail addresses are taken: one plain addr-spec (RFC 5321 Mailbox with a Dot-string
/// and a domain name), so that no address can carry a second recipient, a header or a display
/// name (IV-10, TR-08). Dots may follow one another or end the local part: old mobile
/// carriers gave such addresses out. Written by hand: no regular expression to exhaust.
/// </summary>
public static class EmailAddress
{
    /// <summary>
    /// Longest address in characters, the domain in its ASCII form (RFC 5321, 4.5.3.1.3, less the brackets).
    /// </summary>
    public const int MaximumLength = 254;

    /// <summary>Longest local part in characters (RFC 5321, 4.5.3.1.1).</summary>
    public const int MaximumLocalLength = 64;

    private const char IdeographicDot = '\u3002';
    private const string EncodedLabel = "xn--";
    private const string LocalSymbols = "!#$%&'*+/=?^_`{|}~-";

    /// <summary>
    /// True for an address that mail may be sent to. International
    /// domain names are fine, international local parts are not.
    /// </summary>
    /// <param name="text">The address as it will be stored: trimmed, without full-width characters.</param>
    public static bool IsAcceptable(string text)
    {
        var at = text.IndexOf('@', StringComparison.Ordinal);
        return text.Length <= MaximumLength && at > 0 && IsLocalPart(text[..at])
            && AsciiDomain(text[(at + 1)..]) is { } domain && at + 1 + domain.Length <= MaximumLength;
    }

    /// <summary>
    /// An address as it is stored: visible characters, NFKC and trimmed, an ideographic
    /// full stop a dot, the domain in ASCII. Two addresses that look the same are
    /// stored the same, but for the case of the local part, which is as typed (TEXT-1).
    /// </summary>
    /// <param name="text">What was typed; any length. What is no address
    /// stays one that <see cref="IsAcceptable"/> refuses.</param>
    public static string Stored(string text)
    {
        var plain = CanonicalText.Identifier(text).Replace(IdeographicDot, '.');
        var at = plain.IndexOf('@', StringComparison.Ordinal);
        return at >= 0 && AsciiDomain(plain[(at + 1)..]) is { } domain ? plain[..(at + 1)] + domain : plain;
    }

    /// <summary>
    /// An address for people to read: its domain in the letters it stands for. Where they come from alphabets that look
    /// alike, it stays in ASCII, so that nobody takes it for another (IV-05).
    /// </summary>
    /// <param name="stored">The stored address, or a login ID that may be one; null gives null.</param>
    [return: NotNullIfNotNull(nameof(stored))]
    public static string? Readable(string? stored)
    {
        if (stored is null)
        {
            return null;
        }

        var at = stored.IndexOf('@', StringComparison.Ordinal);
        return at >= 0 && stored.Contains(EncodedLabel, StringComparison.Ordinal) && Decoded(stored[(at + 1)..]) is { } domain
                && !CanonicalText.MixesScripts(domain)
            ? stored[..(at + 1)] + domain
            : stored;
    }

    /// <summary>
    /// An address as a mailer takes it: a local part that is no Dot-string stands in quotes (RFC 5321, 4.1.2).
    /// </summary>
    /// <param name="stored">An acceptable address.</param>
    public static string ForMailer(string stored)
    {
        var at = stored.IndexOf('@', StringComparison.Ordinal);
        return at > 0 && IsDotString(stored[..at]) ? stored : $"\"{stored[..at]}\"{stored[at..]}";
    }

    private static bool IsLocalPart(string local) =>
        local.Length <= MaximumLocalLength && local[0] != '.' && local.All(c => c == '.' || IsAtomCharacter(c));

    private static bool IsDotString(string local) => local.Split('.').All(atom => atom.Length > 0);

    private static bool IsAtomCharacter(char c) => char.IsAsciiLetterOrDigit(c) || LocalSymbols.Contains(c, StringComparison.Ordinal);

    private static string? AsciiDomain(string domain)
    {
        try
        {
            var ascii = new IdnMapping { UseStd3AsciiRules = true }.GetAscii(domain);
            var labels = ascii.Split('.');
            return labels.Length > 1 && labels.All(IsLabel) && !labels[^1].All(char.IsAsciiDigit) ? ascii.ToLowerInvariant() : null;
        }
        catch (ArgumentException)
        {
            return null;
        }
    }

    private static string? Decoded(string ascii)
    {
        try
        {
            var unicode = new IdnMapping { UseStd3AsciiRules = true }.GetUnicode(ascii);
            return AsciiDomain(unicode) == ascii ? unicode : null;
        }
        catch (ArgumentException)
        {
            return null;
        }
    }

    private static bool IsLabel(string label) =>
        label.Length is > 0 and <= 63 && label.All(c => char.IsAsciiLetterOrDigit(c) || c == '-') && label[0] != '-' && label[^1] != '-';
}
