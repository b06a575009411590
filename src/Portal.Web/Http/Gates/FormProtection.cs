using System.Security.Claims;
using Microsoft.AspNetCore.Antiforgery;
using Portal.Web.Domain.Accounts.Sessions;
using Portal.Web.Http.Cookies;

namespace Portal.Web.Http.Gates;

/// <summary>
/// Binds form tokens to the session as well as to the user: a token of another session is none (WB-01).
/// A session goes on under another id where its owner proves itself again, and so do its forms in other tabs.
/// </summary>
internal sealed class FormProtection : IAntiforgeryAdditionalDataProvider
{
    public const string Cookie = "antiforgery";

    public string GetAdditionalData(HttpContext context) => Session(context);

    public bool ValidateAdditionalData(HttpContext context, string additionalData) =>
        additionalData == (context.Features.Get<FormerSession>()?.Hash ?? Session(context));

    /// <summary>
    /// Was this form made for the session that is over? Nothing is done for it then; it is only known who typed it.
    /// </summary>
    public static async Task<bool> IsOfEndedAsync(HttpContext context, SessionEnd end)
    {
        var user = context.User;
        context.Features.Set(new FormerSession(end.FormsHash));
        context.User = new ClaimsPrincipal(new ClaimsIdentity([new Claim(ClaimTypes.NameIdentifier, end.UserId.ToString())],
            SessionAuthenticationHandler.SchemeName));
        try
        {
            return await IsSoundAsync(context);
        }
        finally
        {
            context.User = user;
            context.Features.Set<FormerSession>(null);
        }
    }

    /// <summary>Does the form bear the token of the session that sends it?</summary>
    public static Task<bool> IsSoundAsync(HttpContext context) =>
        context.RequestServices.GetRequiredService<IAntiforgery>().IsRequestValidAsync(context);

    private static string Session(HttpContext context) =>
        context.RequestServices.GetRequiredService<CurrentSession>() is { IsSignedIn: true } session ? session.FormsHash : "";

    private sealed record FormerSession(string Hash);
}
