using System.Buffers.Binary;
using Microsoft.AspNetCore.Html;
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
        return new HtmlString($"<input name=\"{FieldName}\" type=\"hidden\" value=\"{Numbers(context).Next():N}\" />");
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

    private static FormNumbers Numbers(HttpContext context)
    {
        if (context.Features.Get<FormNumbers>() is not { } numbers)
        {
            context.Features.Set(numbers = new FormNumbers());
        }

        return numbers;
    }

    /// <summary>A page has many forms and sets the cookie once.</summary>
    private sealed class Introduced;

    /// <summary>
    /// One random id for a page, counted on for each form of it: an id has to be new and need not be secret.
    /// </summary>
    private sealed class FormNumbers
    {
        private readonly byte[] next = Guid.NewGuid().ToByteArray();

        public Guid Next()
        {
            BinaryPrimitives.WriteUInt32LittleEndian(next, BinaryPrimitives.ReadUInt32LittleEndian(next) + 1);
            return new Guid(next);
        }
    }
}
