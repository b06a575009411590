using System.Security.Cryptography;
using Microsoft.AspNetCore.DataProtection;

namespace Portal.Web.Forms;

/// <summary>Whose forms these are: what was sealed for one session is nothing in another.</summary>
public interface IFormHolder
{
    string Key { get; }
}

/// <summary>
/// Carries what must not be readable in a page (a keyword) from a form through its check page: encrypted, bound to this
/// session and purpose, for a quarter of an hour.
/// </summary>
public sealed class SealedText(IDataProtectionProvider protection, IFormHolder holder)
{
    private static readonly TimeSpan Life = TimeSpan.FromMinutes(15);

    public string Seal(string purpose, string text) => Protector(purpose).Protect(text, Life);

    /// <returns>The text, or null for a seal that is old, broken, of another session or for something else.</returns>
    public string? Open(string purpose, string? sealedText)
    {
        try
        {
            return string.IsNullOrEmpty(sealedText) ? null : Protector(purpose).Unprotect(sealedText);
        }
        catch (CryptographicException)
        {
            return null;
        }
    }

    private ITimeLimitedDataProtector Protector(string purpose) =>
        protection.CreateProtector("Portal.Forms", purpose, holder.Key).ToTimeLimitedDataProtector();
}
