namespace Portal.Web.Http.Cookies;

/// <summary>
/// Brings the framework's own cookies (antiforgery, flash) under the house's rule, request by request.
/// </summary>
internal sealed class PortalCookieBuilder(ICookieNames names, string plain, SameSiteMode sameSite) : CookieBuilder
{
    public override string? Name
    {
        get => names.Name(plain);
        set => throw new NotSupportedException("The name follows from the request.");
    }

    public override CookieOptions Build(HttpContext context, DateTimeOffset expiresFrom)
    {
        var options = names.Options(context);
        options.SameSite = sameSite;
        return options;
    }
}
