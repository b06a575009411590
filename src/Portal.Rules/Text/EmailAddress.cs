using System.Globalization;

namespace Portal.Rules.Text;

/// <summary>
/// Which e-mail addresses are taken: one plain addr-spec (RFC 5321 Mailbox with a Dot-string and a domain name), so that no address
/// can carry a second recipient, a header or a display name (IV-10, TR-08). Written by hand: no regular expression to exhaust.
/// </summary>
public static class EmailAddress
{
    /// <summary>Longest address in characters, the domain in its ASCII form (RFC 5321, 4.5.3.1.3, less the brackets).</summary>
    public const int MaximumLength = 254;

    /// <summary>Longest local part in characters (RFC 5321, 4.5.3.1.1).</summary>
    public const int MaximumLocalLength = 64;

    private const string LocalSymbols = "!#$%&'*+/=?^_`{|}~-";

    /// <summary>True for an address that mail may be sent to. International domain names are fine, international local parts are not.</summary>
    /// <param name="text">The address as it will be stored: trimmed, without full-width characters.</param>
    public static bool IsAcceptable(string text)
    {
        var at = text.IndexOf('@', StringComparison.Ordinal);
        return text.Length <= MaximumLength && at > 0 && IsLocalPart(text[..at])
            && AsciiDomain(text[(at + 1)..]) is { } domain && at + 1 + domain.Length <= MaximumLength;
    }

    private static bool IsLocalPart(string local) =>
        local.Length <= MaximumLocalLength && local.Split('.').All(atom => atom.Length > 0 && atom.All(IsAtomCharacter));

    private static bool IsAtomCharacter(char c) => char.IsAsciiLetterOrDigit(c) || LocalSymbols.Contains(c, StringComparison.Ordinal);

    private static string? AsciiDomain(string domain)
    {
        try
        {
            var ascii = new IdnMapping { UseStd3AsciiRules = true }.GetAscii(domain);
            var labels = ascii.Split('.');
            return labels.Length > 1 && labels.All(IsLabel) && !labels[^1].All(char.IsAsciiDigit) ? ascii : null;
        }
        catch (ArgumentException)
        {
            return null;
        }
    }

    private static bool IsLabel(string label) =>
        label.Length is > 0 and <= 63 && label.All(c => char.IsAsciiLetterOrDigit(c) || c == '-') && label[0] != '-' && label[^1] != '-';
}
