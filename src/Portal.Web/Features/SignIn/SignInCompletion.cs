using Portal.Web.Accounts;
using Portal.Web.Http;

namespace Portal.Web.Features.SignIn;

/// <summary>Cookies and the way on after a sign-in, the same for every door and every second factor.</summary>
public sealed class SignInCompletion(SessionCookies sessions, DeviceCookie device, AttemptCookie attempt)
{
    public SeeOtherResult Complete(HttpContext context, SignInOutcome.Admitted admitted, string? returnUrl)
    {
        ArgumentNullException.ThrowIfNull(admitted);
        sessions.SignIn(context, admitted.Sid);
        device.Remember(context, admitted.User.Id);
        return new SeeOtherResult(admitted.Change is null ? ReturnUrl.Safe(context, returnUrl) : "~/password/required");
    }

    public SeeOtherResult AskSecondFactor(HttpContext context, string token)
    {
        attempt.Set(context, token);
        return new SeeOtherResult("~/login/email-code");
    }
}
