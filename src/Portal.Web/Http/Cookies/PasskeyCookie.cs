using Portal.Web.Domain.Accounts.Identity;
using Portal.Web.Domain.Accounts.Passkeys;

namespace Portal.Web.Http.Cookies;

/// <summary>
/// Binds the challenges of passkeys to the browser that asked for them (MF-17). One for all its tabs.
/// </summary>
public sealed class PasskeyCookie(ICookieNames names)
{
    private const string Plain = "passkey";

    public string? Read(HttpContext context) => RequestCookie.Single(context, names.Name(Plain));

    /// <summary>The browser's secret, made where it has none, and good for one more ceremony.</summary>
    public string Keep(HttpContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        var secret = Read(context) ?? Tokens.Create();
        context.Response.Cookies.Append(names.Name(Plain), secret, names.Options(context, life: PasskeyCeremonies.Life));
        return secret;
    }
}
