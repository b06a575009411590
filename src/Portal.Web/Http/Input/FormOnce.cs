using System.Buffers.Binary;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Portal.Web.Domain.Accounts.Identity;
using Portal.Web.Http.Cookies;

namespace Portal.Web.Http.Input;

/// <summary>
/// What stands hidden in each form that changes something: the token against forged posts, and the id that makes it
/// work once, however often it is sent, with the cookie that binds it to this browser (SAFE-2).
/// </summary>
public sealed class FormOnce(ICookieNames names, IAntiforgery antiforgery)
{
    internal const string FieldName = "__form";

    /// <summary>The same id where a script sends no form.</summary>
    internal const string Header = "Portal-Form";

    private const string Cookie = "form";

    internal IHtmlContent Fields(HttpContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        Introduce(context);
        var page = PageOf(context);
        return new HtmlContentBuilder(2).AppendHtml(page.Token)
            .AppendHtml($"<input name=\"{FieldName}\" type=\"hidden\" value=\"{page.Next():N}\" />");
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

    private PageForms PageOf(HttpContext context)
    {
        if (context.Features.Get<PageForms>() is not { } page)
        {
            context.Features.Set(page = new PageForms(antiforgery.GetHtml(context)));
        }

        return page;
    }

    /// <summary>A page has many forms and sets the cookie once.</summary>
    private sealed class Introduced;

    /// <summary>
    /// One random id for a page, counted on for each form of it: an id has to be new and need not be secret. The token
    /// is of a session, not of a form, so it is encrypted once for all of them (PERF-2).
    /// </summary>
    private sealed class PageForms(IHtmlContent token)
    {
        private readonly byte[] next = Guid.NewGuid().ToByteArray();

        public IHtmlContent Token => token;

        public Guid Next()
        {
            BinaryPrimitives.WriteUInt32LittleEndian(next, BinaryPrimitives.ReadUInt32LittleEndian(next) + 1);
            return new Guid(next);
        }
    }
}
