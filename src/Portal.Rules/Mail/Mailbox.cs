using Portal.Rules.Text;

namespace Portal.Rules.Mail;

/// <summary>
/// A mailbox as it is counted: most providers deliver `a.b+c@x` to the same person as `ab@x`, so a flood under many
/// such spellings is one. Never for sending.
/// </summary>
public static class Mailbox
{
    /// <summary>The same for every spelling that reaches the same person.</summary>
    /// <param name="address">As it is stored.</param>
    public static string Of(string address)
    {
        ArgumentNullException.ThrowIfNull(address);
        var key = CanonicalText.Email(address);
        var at = key.LastIndexOf('@');
        var local = at < 0 ? key : key[..at];
        var plus = local.IndexOf('+', StringComparison.Ordinal);
        var person = (plus > 0 ? local[..plus] : local).Replace(".", "", StringComparison.Ordinal);
        return (person.Length > 0 ? person : local) + (at < 0 ? "" : key[at..]);
    }
}
