using System.Diagnostics.CodeAnalysis;
using System.Security.Cryptography;
using System.Text;

namespace Portal.Rules.Telephony;

/// <summary>
/// The signature of a programmable-voice provider's posts: Base64 of HMAC-SHA1 over the public address and the form's
/// names and values in ordinal order (Twilio, "Security: validating requests").
/// </summary>
public static class VoiceSignature
{
    /// <summary>The header that carries it.</summary>
    public const string Header = "X-Twilio-Signature";

    private const int Bytes = 20;

    /// <summary>Makes the signature of a post.</summary>
    /// <param name="secret">What provider and portal share.</param>
    /// <param name="address">As the provider calls it: scheme, host, port where it is unusual, path and query.</param>
    /// <param name="fields">All fields of the form.</param>
    public static string Make(string secret, string address, IEnumerable<KeyValuePair<string, string>> fields) =>
        Convert.ToBase64String(Sum(secret, address, fields));

    /// <summary>
    /// Whether a post bears the signature of somebody who knows the secret; compared in constant time (IV-W01).
    /// </summary>
    /// <param name="signature">What came in the header; null where there was none.</param>
    /// <param name="secret">What provider and portal share.</param>
    /// <param name="address">The public address that was called.</param>
    /// <param name="fields">All fields of the form.</param>
    public static bool IsOf(string? signature, string secret, string address, IEnumerable<KeyValuePair<string, string>> fields)
    {
        var given = new byte[Bytes];
        return Convert.TryFromBase64String(signature ?? "", given, out var length) && length == Bytes
            && CryptographicOperations.FixedTimeEquals(Sum(secret, address, fields), given);
    }

    [SuppressMessage("Security", "CA5350", Justification = "The provider's protocol; as a keyed sum SHA-1 is not broken.")]
    private static byte[] Sum(string secret, string address, IEnumerable<KeyValuePair<string, string>> fields)
    {
        var text = new StringBuilder(address);
        foreach (var (name, value) in fields.OrderBy(field => field.Key, StringComparer.Ordinal)
            .ThenBy(field => field.Value, StringComparer.Ordinal))
        {
            text.Append(name).Append(value);
        }

        return HMACSHA1.HashData(Encoding.UTF8.GetBytes(secret), Encoding.UTF8.GetBytes(text.ToString()));
    }
}
