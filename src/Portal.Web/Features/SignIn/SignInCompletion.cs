using Portal.Web.Domain.Accounts.Attempts;
using Portal.Web.Http.Cookies;
using Portal.Web.Http.Places;

namespace Portal.Web.Features.SignIn;

/// <summary>Cookies and the way on after a sign-in, the same for every door and every second factor.</summary>
public sealed class SignInCompletion(SessionCookies sessions, DeviceCookie device)
{
    public SeeOtherResult Complete(HttpContext context, SignInOutcome.Admitted admitted, string? returnUrl)
    {
        ArgumentNullException.ThrowIfNull(admitted);
        sessions.SignIn(context, admitted.Sid);
        device.Remember(context, admitted.User);
        return new SeeOtherResult(admitted switch
        {
            { Change: not null } => AccountPaths.PasswordRequired,
            { MustEnrol: true } => AccountPaths.MfaRequired,
            _ => ReturnUrl.Safe(context, returnUrl),
        });
    }
}
