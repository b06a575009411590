using OtpNet;

namespace Portal.Web.Domain.Accounts.Factors;

/// <summary>Random bytes as letters and digits that people can type (base32 without padding).</summary>
internal static class SecretText
{
    public static string Of(byte[] bytes) => Base32Encoding.ToString(bytes).TrimEnd('=');

    /// <summary>The bytes of a text as it was shown: case, blanks and hyphens do not matter.</summary>
    /// <exception cref="ArgumentException">Another character occurs.</exception>
    public static byte[] Read(string text) =>
        Base32Encoding.ToBytes(text.Replace(" ", "", StringComparison.Ordinal).Replace("-", "", StringComparison.Ordinal));
}
