using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;

namespace Portal.Web.Domain.Accounts.Identity;

/// <summary>Random tokens of 256 bits, of which the database keeps only the SHA-256 (TR-01).</summary>
public static class Tokens
{
    public static string Create() => Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(32));

    public static byte[] Hash(string token) => SHA256.HashData(Encoding.UTF8.GetBytes(token));

    /// <summary>A new security stamp; whatever was bound to the old one is dead.</summary>
    public static string Stamp() => Convert.ToHexString(RandomNumberGenerator.GetBytes(16));
}
