using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;
using Portal.Web.Data.Keys;

namespace Portal.Web.Mail.Bounces;

/// <summary>
/// What the return path of a mail names it by (VERP): its id, and digits that nobody else can compute, so that a forged
/// report flags no address (ML-05). 48 signs that survive lower case and sub-addressing.
/// </summary>
public sealed partial class BounceTag(DeploymentKey key)
{
    /// <summary>Where it stands in <c>Portal:Mail:Smtp:BounceAddress</c>.</summary>
    public const string Place = "{tag}";

    public const int Length = 32 + ProofLength;

    private const string Purpose = "Portal.BounceTag";
    private const int ProofLength = 16;

    /// <param name="message">Id of a row of the outbox.</param>
    public string Of(Guid message)
    {
        var id = message.ToString("N");
        return id + key.Fingerprint(Purpose, id, ProofLength);
    }

    /// <param name="pattern">Address with <see cref="Place"/>.</param>
    /// <param name="address">To which a report was delivered.</param>
    /// <param name="message">The message that it is about.</param>
    public bool TryRead(string pattern, string address, out Guid message)
    {
        ArgumentNullException.ThrowIfNull(pattern);
        ArgumentNullException.ThrowIfNull(address);

        // A "+" that nobody encoded has become a space on its way through a query; no address of ours has one.
        var typed = address.Trim().Replace(' ', '+').ToLowerInvariant();
        var place = Math.Min(pattern.IndexOf(Place, StringComparison.Ordinal), typed.Length);
        var found = place < 0 ? Match.Empty : Tag().Match(typed, place);
        message = found.Success ? Guid.ParseExact(found.Groups["id"].Value, "N") : Guid.Empty;
        return found.Success && CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(typed),
            Encoding.UTF8.GetBytes(pattern.ToLowerInvariant().Replace(Place, Of(message), StringComparison.Ordinal)));
    }

    [GeneratedRegex("(?<id>[0-9a-f]{32})[0-9a-f]{16}", RegexOptions.NonBacktracking | RegexOptions.CultureInvariant)]
    private static partial Regex Tag();
}
