using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.DataProtection.KeyManagement;

namespace Portal.Web.Data.Keys;

/// <summary>
/// A secret of this deployment that all nodes share and that stays the same for years, for fingerprints that must be
/// found again. Derived from the oldest key of the ring: keys are added to the ring, never taken from it, and it is
/// stored and sealed already.
/// </summary>
public sealed class DeploymentKey(IKeyManager keys)
{
    private const int Length = 32;

    // A failure to read the ring is not remembered.
    private readonly Lazy<byte[]> ring = new(() => Derive(keys), LazyThreadSafetyMode.PublicationOnly);

    /// <summary>Hexadecimal digits that nobody can compute, or try texts for, without the key ring.</summary>
    /// <param name="purpose">Fingerprints of different purposes have nothing to do with each other.</param>
    /// <param name="digits">How many of them, at most 64.</param>
    public string Fingerprint(string purpose, string text, int digits)
    {
        var key = HKDF.Expand(HashAlgorithmName.SHA256, ring.Value, Length, Encoding.UTF8.GetBytes(purpose));
        return Convert.ToHexStringLower(HMACSHA256.HashData(key, Encoding.UTF8.GetBytes(text)).AsSpan(0, digits / 2));
    }

    /// <summary>Reads the ring now, not in the first user's request.</summary>
    internal void Prepare() => _ = ring.Value;

    private static byte[] Derive(IKeyManager keys)
    {
        var oldest = keys.GetAllKeys().OrderBy(key => key.CreationDate).ThenBy(key => key.KeyId).First();

        // The descriptor in clear, as it is before it is sealed for the database: the master key is its only long text.
        var secret = oldest.Descriptor.ExportToXml().SerializedDescriptorElement.Value;
        return HKDF.Extract(HashAlgorithmName.SHA256, Encoding.UTF8.GetBytes(secret));
    }
}
