namespace Portal.Web.Mail;

/// <summary>
/// A text that others chose, such as a login ID, so that no mail reader makes a link of it: `www.prize.example` in an
/// invitation would else lead the invited person to its sender's page, in the portal's name (ML-08).
/// </summary>
internal static class Unlinked
{
    // Nobody sees it, no host name may hold it, and a login ID that is copied with it is still the same (TEXT-1).
    private const char Break = '\u200B';

    /// <summary>Breaks it where names of hosts, addresses and schemes have their marks.</summary>
    public static string Of(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return string.Concat(text.Select(c => c is '.' or '@' or ':' or '/' ? $"{Break}{c}{Break}" : c.ToString()));
    }
}
