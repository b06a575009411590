using System.Globalization;
using System.Security.Cryptography;
using Microsoft.AspNetCore.DataProtection;
using Portal.Web.Tenancy;

namespace Portal.Web.Http.Cookies;

/// <summary>
/// Carries a little state from one page to the next in this very browser: encrypted,
/// bound to the tenant and to what it is for, and dead after its time whatever the
/// browser keeps. Nobody can forge it, read it or use it elsewhere (TR-07).
/// </summary>
public sealed class SealedCookie(ICookieNames names, IDataProtectionProvider protection, CurrentTenant tenant, TimeProvider clock)
{
    /// <param name="plain">The cookie's name, and what it is for.</param>
    public void Set(HttpContext context, string plain, string value, TimeSpan life)
    {
        ArgumentNullException.ThrowIfNull(context);
        var until = (clock.GetUtcNow() + life).ToUnixTimeSeconds();
        context.Response.Cookies.Append(names.Name(plain),
            Protector(plain).Protect(string.Create(CultureInfo.InvariantCulture, $"{until} {value}")), names.Options(context, life: life));
    }

    /// <summary>What was set and still counts; null for anything else.</summary>
    public string? Read(HttpContext context, string plain)
    {
        ArgumentNullException.ThrowIfNull(context);
        if (RequestCookie.Single(context, names.Name(plain)) is not { } value)
        {
            return null;
        }

        try
        {
            return Protector(plain).Unprotect(value).Split(' ', 2) is [var until, var text]
                && clock.GetUtcNow().ToUnixTimeSeconds() < long.Parse(until, CultureInfo.InvariantCulture) ? text : null;
        }
        catch (CryptographicException)
        {
            return null;
        }
    }

    public void Clear(HttpContext context, string plain)
    {
        ArgumentNullException.ThrowIfNull(context);
        context.Response.Cookies.Delete(names.Name(plain), names.Options(context));
    }

    private IDataProtector Protector(string plain) =>
        protection.CreateProtector("Portal.SealedCookie", plain, tenant.Value.Id.ToString("N"));
}
