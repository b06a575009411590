using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Mvc.Rendering;
using Portal.Web.Domain.Accounts.Identity;
using Portal.Web.Http.Cookies;

namespace Portal.Web.Http.Input;

/// <summary>
/// The hidden id that makes a form work once, however often it is
/// sent, and the cookie that binds it to this browser (SAFE-2).
/// </summary>
public sealed class FormOnce(ICookieNames names)
{
    internal const string FieldName = "__form";

    /// <summary>The same id where a script sends no form.</summary>
    internal const string Header = "Portal-Form";

    private const string Cookie = "form";

    internal IHtmlContent Field(HttpContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        Introduce(context);
        var input = new TagBuilder("input") { TagRenderMode = TagRenderMode.SelfClosing };
        input.MergeAttributes(new Dictionary<string, string?>
        {
            ["type"] = "hidden",
            ["name"] = FieldName,
            ["value"] = Guid.NewGuid().ToString("N"),
        });
        return input;
    }

    /// <summary>
    /// What only this browser sends. The form token's cookie would not do: signing in replaces it, and the second click
    /// comes with whichever the first answer left.
    /// </summary>
    internal string? Browser(HttpContext context) => RequestCookie.Single(context, names.Name(Cookie));

    private void Introduce(HttpContext context)
    {
        if (Browser(context) is null && context.Features.Get<Introduced>() is null)
        {
            context.Response.Cookies.Append(names.Name(Cookie), Tokens.Create(), names.Options(context));
            context.Features.Set(new Introduced());
        }
    }

    /// <summary>A page has many forms and sets the cookie once.</summary>
    private sealed class Introduced;
}
