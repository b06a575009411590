using System.Security.Claims;
using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Http.Metadata;
using Microsoft.Extensions.Options;
using Portal.Web.Accounts;
using Portal.Web.Tenancy;

namespace Portal.Web.Http;

/// <summary>Who asks: the cookie's session row, read at each request, so that what ended is over at once and everywhere (SE-03).</summary>
internal sealed class SessionAuthenticationHandler(
    IOptionsMonitor<AuthenticationSchemeOptions> options, ILoggerFactory logger, UrlEncoder encoder, SessionCookies cookies, SessionReader reader, CurrentSession current, CurrentTenant tenant)
    : AuthenticationHandler<AuthenticationSchemeOptions>(options, logger, encoder)
{
    public const string SchemeName = "Portal";
    private const string SessionClaim = "session";

    protected override async Task<AuthenticateResult> HandleAuthenticateAsync()
    {
        if (!tenant.IsSet || ErrorPages.IsRunning(Context) || StaticFiles.Is(Context.GetEndpoint()) || cookies.Read(Context) is not { } ticket)
        {
            return Result();
        }

        if (ticket.TenantId != tenant.Value.Id)
        {
            cookies.Forget(Context);
            await reader.RecordForeignCookieAsync();
            return AuthenticateResult.NoResult();
        }

        await reader.ReadAsync(ticket.Sid, touch: Context.GetEndpoint()?.Metadata.GetMetadata<BackgroundRequestAttribute>() is null);
        return Result();
    }

    /// <summary>To the sign-in page, and back here afterwards; with the reason where the session ended by itself.</summary>
    protected override Task HandleChallengeAsync(AuthenticationProperties properties)
    {
        if (!tenant.IsSet)
        {
            Response.StatusCode = StatusCodes.Status404NotFound;
            return Task.CompletedTask;
        }

        if (Context.GetEndpoint()?.Metadata.GetMetadata<IDisableCookieRedirectMetadata>() is not null)
        {
            Response.StatusCode = StatusCodes.Status401Unauthorized;
            return Task.CompletedTask;
        }

        if (cookies.Has(Context))
        {
            cookies.Forget(Context);
        }

        var isRead = HttpMethods.IsGet(Request.Method);
        Response.StatusCode = isRead ? StatusCodes.Status302Found : StatusCodes.Status303SeeOther;
        Response.Headers.Location = ReturnUrl.SignIn(Context, isRead ? Request.PathBase + Request.Path + Request.QueryString : FormPage.Of(Context), EndedSession.Known(current.EndReason));
        return Task.CompletedTask;
    }

    private AuthenticateResult Result()
    {
        if (current.OrNull is not { } session)
        {
            return AuthenticateResult.NoResult();
        }

        var identity = new ClaimsIdentity(
            [
                new Claim(ClaimTypes.NameIdentifier, session.UserId.ToString()),
                new Claim(ClaimTypes.Name, session.User!.UserName!),
                new Claim(ClaimTypes.Role, session.User.Role.ToString()),
                new Claim(Policies.RealmClaim, tenant.Value.IsStaffRealm ? Policies.StaffRealm : Policies.TenantRealm),
                new Claim(SessionClaim, SessionService.HashText(session.SidHash)),
            ],
            SchemeName);
        return AuthenticateResult.Success(new AuthenticationTicket(new ClaimsPrincipal(identity), SchemeName));
    }
}
