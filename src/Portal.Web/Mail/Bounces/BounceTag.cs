using System.Security.Cryptography;
using System.Text;
using Portal.Web.Data.Keys;

namespace Portal.Web.Mail.Bounces;

/// <summary>
/// What the return path of a mail names it by (VERP): its id, and digits that nobody else can compute, so that a forged
/// report flags no address (ML-05). 48 signs that survive lower case and sub-addressing.
/// </summary>
public sealed class BounceTag(DeploymentKey key)
{
    /// <summary>Where it stands in <c>Portal:Mail:Smtp:BounceAddress</c>.</summary>
    public const string Place = "{tag}";

    public const int Length = IdLength + ProofLength;

    private const string Purpose = "Portal.BounceTag";
    private const int IdLength = 32;
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
        message = Guid.Empty;

        // A "+" that nobody encoded has become a space on its way through a query; no address of ours has one.
        return TagIn(pattern, address.Trim().Replace(' ', '+').ToLowerInvariant()) is { } tag
            && Guid.TryParseExact(tag[..IdLength], "N", out message)
            && CryptographicOperations.FixedTimeEquals(Encoding.ASCII.GetBytes(tag), Encoding.ASCII.GetBytes(Of(message)));
    }

    private static string? TagIn(string pattern, string address)
    {
        var parts = pattern.ToLowerInvariant().Split(Place, 2);
        return parts.Length == 2 && address.Length == parts[0].Length + Length + parts[1].Length
            && address.StartsWith(parts[0], StringComparison.Ordinal) && address.EndsWith(parts[1], StringComparison.Ordinal)
            ? address.Substring(parts[0].Length, Length)
            : null;
    }
}
