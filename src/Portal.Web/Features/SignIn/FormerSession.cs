using Portal.Web.Domain.Accounts.Sessions;

namespace Portal.Web.Features.SignIn;

/// <summary>
/// A session that went out to prove a second factor ends when the one that has proven it begins (LOGIN-6, MF-15).
/// </summary>
public sealed class FormerSession(CurrentSession current, SessionService sessions)
{
    public async Task EndAsync()
    {
        if (current.IsSignedIn)
        {
            await sessions.EndAsync(current.Session, SessionEnds.Completed);
        }
    }
}
