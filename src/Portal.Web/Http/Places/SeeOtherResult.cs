using System.Text;
using Microsoft.AspNetCore.Mvc;

namespace Portal.Web.Http.Places;

/// <summary>303: the browser fetches the next page with GET, whatever the method before.</summary>
public sealed class SeeOtherResult(string url) : ActionResult
{
    public string Url { get; } = url;

    public override void ExecuteResult(ActionContext context)
    {
        Lead(context.HttpContext, Url);
    }

    internal static void Lead(HttpContext context, string url)
    {
        context.Response.StatusCode = StatusCodes.Status303SeeOther;
        context.Response.Headers.Location = Ascii(AppPath.Resolve(context, url));
    }

    // A header takes ASCII only; a return address from a form may carry anything and must not end in an error.
    private static string Ascii(string url)
    {
        var result = new StringBuilder(url.Length);
        foreach (var rune in url.EnumerateRunes())
            _ = rune.Value is > 0x20 and < 0x7f ? result.Append(rune) : result.Append(Uri.EscapeDataString(rune.ToString()));
        return result.ToString();
    }
}
