using Microsoft.AspNetCore.Mvc;
using Portal.Web.Data.Entities;
using Portal.Web.Domain.Accounts.Attempts;
using Portal.Web.Domain.Accounts.Sessions;
using Portal.Web.Http.Cookies;
using Portal.Web.Http.Places;
using Portal.Web.Tenancy;

namespace Portal.Web.Features.OwnAccount.SecondFactors;

/// <param name="IsStale">The set-up asks for a fresh proof,
/// which this session can only give by signing in anew.</param>
public sealed record RequiredPage(bool HasUsable, bool IsStale, bool MayAddApp, bool MayAddPasskey);

/// <summary>
/// Why a session does nothing else: the policy demands a second factor, to be set up or, where there is one, to be
/// proven (MFA-7, MF-15).
/// </summary>
[TenantFeature(TenantFeatures.SecondFactor)]
[EnrolmentAllowed]
[Route("account/mfa/required")]
public sealed class RequiredController(SecurityPages pages, SignInAttempts attempts, AttemptCookie cookie, DeviceCookie device,
    CurrentSession session, TimeProvider clock) : Controller
{
    private static readonly TimeSpan FreshFor = TimeSpan.FromMinutes(10);

    [HttpGet("")]
    public async Task<IActionResult> Show()
    {
        if (!session.IsEnrolOnly)
        {
            return new SeeOtherResult(HomePaths.Root);
        }

        var page = await pages.ReadAsync();
        var stale = session.Session.State == SessionState.EnrolOnly && clock.GetUtcNow() - session.Session.ProvenAt >= FreshFor;
        return View("Required", new RequiredPage(page.Usable.Count > 0, stale, page.MayAddApp, page.HasPasskeyPages));
    }

    /// <summary>
    /// Proves a factor as at sign-in, with the same limits; the session that comes of it takes this one's place.
    /// </summary>
    [HttpPost("")]
    public async Task<IActionResult> Prove()
    {
        if (!session.IsEnrolOnly || (await pages.ReadAsync()).Usable.Count == 0)
        {
            return new SeeOtherResult(HomePaths.Root);
        }

        cookie.Set(HttpContext,
            attempts.Start(await pages.UserAsync(), then: null, returnUrl: null, device.KnownAccounts(HttpContext)
                .Know(session.UserId, session.User.SecurityStamp)));
        return new SeeOtherResult(SignInPaths.Method);
    }
}
