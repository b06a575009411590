using System.Diagnostics.CodeAnalysis;
using System.Security.Cryptography;
using System.Text;
using Portal.Rules.Passwords.Stored;

namespace Portal.Web.Domain.Accounts.Hashing.Old;

/// <summary>Compares with hashes that people brought from the system before this one (ADMIN-12).</summary>
internal static class OldHashes
{
    /// <returns>Null where it is none of another system's: Identity compares its own, of either version.</returns>
    public static bool? Matches(string hash, string password) => StoredHashFormat.Read(hash).Hash switch
    {
        StoredHash.BCrypt => BCrypt.Net.BCrypt.Verify(password, hash),
        StoredHash.ShaCrypt crypt => AreEqual(Encoding.ASCII.GetBytes(ShaCryptHash.Checksum(password, crypt)),
            Encoding.ASCII.GetBytes(crypt.Checksum)),
        StoredHash.SaltedDigest digest => AreEqual(Digest(digest, password), digest.Digest.Span),
        _ => null,
    };

    private static bool AreEqual(ReadOnlySpan<byte> one, ReadOnlySpan<byte> other) => CryptographicOperations.FixedTimeEquals(one, other);

    [SuppressMessage("Security", "CA5350:Do Not Use Weak Cryptographic Algorithms",
        Justification = "Stored so by the old directory; the first sign-in replaces it.")]
    private static byte[] Digest(StoredHash.SaltedDigest digest, string password)
    {
        byte[] salted = [.. Encoding.UTF8.GetBytes(password), .. digest.Salt.Span];
        return digest.Bits switch
        {
            160 => SHA1.HashData(salted),
            256 => SHA256.HashData(salted),
            _ => SHA512.HashData(salted),
        };
    }
}
