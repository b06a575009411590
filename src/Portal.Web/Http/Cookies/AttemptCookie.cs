using Portal.Web.Domain.Accounts.Attempts;

namespace Portal.Web.Http.Cookies;

/// <summary>Binds an unfinished sign-in to the browser that began it (LOGIN-4).</summary>
public sealed class AttemptCookie(ICookieNames names)
{
    private const string Plain = "attempt";

    public void Set(HttpContext context, string token)
    {
        ArgumentNullException.ThrowIfNull(context);
        context.Response.Cookies.Append(names.Name(Plain), token, names.Options(context, life: SignInAttempts.Life));
    }

    public string? Read(HttpContext context) => RequestCookie.Single(context, names.Name(Plain));

    public void Clear(HttpContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        context.Response.Cookies.Delete(names.Name(Plain), names.Options(context));
    }
}
