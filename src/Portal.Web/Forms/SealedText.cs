using System.Globalization;
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
public sealed class SealedText(IDataProtectionProvider protection, IFormHolder holder, TimeProvider clock)
{
    private static readonly TimeSpan Life = TimeSpan.FromMinutes(15);

    public string Seal(string purpose, string text) => Protector(purpose).Protect($"{(clock.GetUtcNow() + Life).UtcTicks}:{text}");

    /// <returns>The text, or null for a seal that is old, broken, of another session or for something else.</returns>
    public string? Open(string purpose, string? sealedText)
    {
        if (string.IsNullOrEmpty(sealedText))
        {
            return null;
        }

        try
        {
            // The framework's own limit of time goes by the machine's clock (FP-06).
            var parts = Protector(purpose).Unprotect(sealedText).Split(':', 2);
            return clock.GetUtcNow().UtcTicks < long.Parse(parts[0], CultureInfo.InvariantCulture) ? parts[1] : null;
        }
        catch (CryptographicException)
        {
            return null;
        }
    }

    // Another purpose than that of seals with the framework's limit, which a former release made.
    private IDataProtector Protector(string purpose) => protection.CreateProtector("Portal.Forms.Timed", purpose, holder.Key);
}
