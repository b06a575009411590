using System.Security.Cryptography;
using Microsoft.AspNetCore.DataProtection;
using Portal.Web.Domain.Accounts.Sessions;

namespace Portal.Web.Features.Operators;

/// <summary>
/// Carries what must not be readable in a page (a keyword) from a form through its confirm page: encrypted, bound to
/// this session and purpose, for a quarter of an hour.
/// </summary>
public sealed class SealedText(IDataProtectionProvider protection, CurrentSession session)
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
        protection.CreateProtector("Portal.Operators", purpose, session.Session.Id.ToString()).ToTimeLimitedDataProtector();
}
