using Microsoft.AspNetCore.Antiforgery;
using Portal.Web.Accounts;

namespace Portal.Web.Http;

/// <summary>Binds form tokens to the session as well as to the user: a token of another session is none (WB-01).</summary>
internal sealed class FormProtection : IAntiforgeryAdditionalDataProvider
{
    public const string Cookie = "antiforgery";

    public string GetAdditionalData(HttpContext context) => Session(context);

    public bool ValidateAdditionalData(HttpContext context, string additionalData) => additionalData == Session(context);

    private static string Session(HttpContext context) =>
        context.RequestServices.GetRequiredService<CurrentSession>() is { IsSignedIn: true } session ? session.SessionHash : "";
}
