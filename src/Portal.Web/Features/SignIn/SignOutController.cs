using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Portal.Web.Audit;
using Portal.Web.Domain.Accounts.Sessions;
using Portal.Web.Http.Cookies;
using Portal.Web.Http.Places;
using Portal.Web.Tenancy;

namespace Portal.Web.Features.SignIn;

[ForcedChangeAllowed]
[EnrolmentAllowed]
[BeforeConsent]
[OpenWhileActing]
public sealed class SignOutController(SessionService sessions, SessionCookies cookies, CurrentSession current, CurrentTenant tenant,
    AuditLog audit) : Controller
{
    /// <summary>Ends the row, not only the cookie: a copied cookie is dead, too (SE-02).</summary>
    [HttpPost("logout")]
    [AllowAnonymous]
    public async Task<IActionResult> Create()
    {
        var door = tenant.Value.DoorPath(current.IsSignedIn ? current.Reader.Door : current.End?.Door);
        if (current.IsSignedIn)
        {
            await sessions.EndAsync(current.Session, SessionEnds.SignedOut);
            audit.Record(AuditKinds.SignedOut, current.ReaderAccount);
        }

        cookies.SignOut(HttpContext);
        return new SeeOtherResult(ActingPaths.OfPortal(HttpContext, SignInPaths.SignedOutOf(door)));
    }

    [HttpGet("signed-out")]
    [AllowAnonymous]
    public IActionResult Show(string? door) =>
        View("SignedOut", SignInPaths.LoginOf(tenant.Value.Profile.Doors.Any(each => each.Path == door) ? door ?? "" : ""));

    /// <summary>"Stay signed in" of the warning before the idle end; being asked is the extension (LOGIN-7).</summary>
    [HttpPost("session/extend")]
    [SentAgain]
    public IActionResult Extend(string? returnUrl) => new SeeOtherResult(ReturnUrl.Safe(HttpContext, returnUrl));
}
