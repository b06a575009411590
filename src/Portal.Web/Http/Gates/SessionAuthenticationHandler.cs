using System.Security.Claims;
using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Http.Metadata;
using Microsoft.Extensions.Options;
using Portal.Web.Audit;
using Portal.Web.Domain.Accounts.Acting;
using Portal.Web.Domain.Accounts.Sessions;
using Portal.Web.Domain.Submissions;
using Portal.Web.Http.Cookies;
using Portal.Web.Http.Errors;
using Portal.Web.Http.Hosting;
using Portal.Web.Http.Input;
using Portal.Web.Http.Places;
using Portal.Web.Tenancy;

namespace Portal.Web.Http.Gates;

/// <summary>
/// Who asks: the cookie's session row, read at each request, so that what ended is over at once and everywhere (SE-03).
/// </summary>
internal sealed class SessionAuthenticationHandler(
    IOptionsMonitor<AuthenticationSchemeOptions> options, ILoggerFactory logger, UrlEncoder encoder, SessionCookies cookies,
        SessionReader reader, CurrentSession current, CurrentTenant tenant)
    : AuthenticationHandler<AuthenticationSchemeOptions>(options, logger, encoder)
{
    public const string SchemeName = "Portal";
    private const string SessionClaim = "session";

    // Made only where something is refused.
    private RefusalRecorder Refusals => Context.RequestServices.GetRequiredService<RefusalRecorder>();

    protected override async Task<AuthenticateResult> HandleAuthenticateAsync()
    {
        if (!tenant.IsSet || !IsAsked || StaticFiles.Is(Context.GetEndpoint())
            || cookies.Read(Context) is not { } ticket)
        {
            return await ResultAsync();
        }

        if (ticket.TenantId != tenant.Value.Id)
        {
            if (ErrorPages.IsRunning(Context))
            {
                return AuthenticateResult.NoResult();
            }

            cookies.Forget(Context);
            // Nothing here, and somebody should know that it was tried (SE-10, AZ-11).
            await Refusals.RecordAsync(GateEvents.CrossTenantCookie);
            return AuthenticateResult.NoResult();
        }

        await reader.ReadAsync(ticket.Sid, touch: !ErrorPages.IsRunning(Context)
            && Context.GetEndpoint()?.Metadata.GetMetadata<BackgroundRequestAttribute>() is null);
        return await ResultAsync();
    }

    /// <summary>
    /// Where the address names somebody, the request is that account's from here on, or it is the portal's own.
    /// </summary>
    private async Task<AuthenticateResult> ResultAsync()
    {
        if (current.Acting is null && Context.Features.Get<ActingAddress>() is { } address && !StaticFiles.Is(Context.GetEndpoint())
            && !await Context.RequestServices.GetRequiredService<ActingReader>().EnterAsync(address.Handle))
        {
            address.Leave(Context);
        }

        return Result();
    }

    /// <summary>
    /// To the sign-in page, and back here afterwards; with the reason where the session ended by itself, and at the
    /// door of whose session it was (LOGIN-7).
    /// </summary>
    protected override async Task HandleChallengeAsync(AuthenticationProperties properties)
    {
        if (!tenant.IsSet)
        {
            Response.StatusCode = StatusCodes.Status404NotFound;
            return;
        }

        if (Context.GetEndpoint()?.Metadata.GetMetadata<IDisableCookieRedirectMetadata>() is not null)
        {
            Response.StatusCode = StatusCodes.Status401Unauthorized;
            return;
        }

        await Context.RequestServices.GetRequiredService<DraftKeeper>().KeepAsync(Context);
        if (cookies.Has(Context) && !MayHaveAnother)
        {
            cookies.Forget(Context);
        }

        var isRead = HttpMethods.IsGet(Request.Method);
        Response.StatusCode = isRead ? StatusCodes.Status302Found : StatusCodes.Status303SeeOther;
        var back = isRead ? Request.PathBase + Request.Path + Request.QueryString : FormPage.Of(Context);

        // What the session had opened ended with it; the next one begins at home.
        var wasActing = Context.Features.Get<ActingRefused>() is not null;
        Response.Headers.Location = ReturnUrl.SignIn(Context, tenant.Value.DoorPath(current.End?.Door), wasActing ? null : back,
            EndedSession.Known(current.EndReason));
    }

    protected override async Task HandleForbiddenAsync(AuthenticationProperties properties)
    {
        await Refusals.RecordAsync(AuditKinds.AccessDenied,
            details: new { page = (Context.GetEndpoint() as RouteEndpoint)?.RoutePattern.RawText });
        Response.StatusCode = StatusCodes.Status403Forbidden;
    }

    /// <summary>
    /// A session that went on under a new id: the browser has that one's cookie by now, and an answer to a request that
    /// was under way with the old one must not take it away (SE-05): neither one that found it over, nor one during
    /// which it went on elsewhere.
    /// </summary>
    private bool MayHaveAnother => current.IsSignedIn || current.EndReason is SessionEnds.Completed or SessionEnds.CredentialsChanged;

    /// <summary>
    /// Once a request. What no page answers ended before anybody was asked for; its error page asks then, so that who
    /// is signed in keeps the frame around it. No other error page does: the failure may lie in the asking.
    /// </summary>
    private bool IsAsked => !ErrorPages.IsRunning(Context)
        || (!current.IsSignedIn
            && Response.StatusCode is StatusCodes.Status404NotFound or StatusCodes.Status405MethodNotAllowed);

    private AuthenticateResult Result()
    {
        if (!current.IsSignedIn)
        {
            return AuthenticateResult.NoResult();
        }

        var identity = new ClaimsIdentity(
            [
                new Claim(ClaimTypes.NameIdentifier, current.UserId.ToString()),
                new Claim(ClaimTypes.Name, current.LoginId),
                new Claim(ClaimTypes.Role, current.Role.ToString()),
                new Claim(Policies.RealmClaim, tenant.Value.IsStaffRealm ? Policies.StaffRealm : Policies.TenantRealm),
                new Claim(SessionClaim, current.SessionHash),
            ],
            SchemeName);
        return AuthenticateResult.Success(new AuthenticationTicket(new ClaimsPrincipal(identity), SchemeName));
    }
}
