using Portal.Web.Audit;
using Portal.Web.Data.Entities;
using Portal.Web.Domain.Accounts.Locks;

namespace Portal.Web.Domain.Accounts.Sessions;

/// <summary>Ends every session of somebody else's account.</summary>
public sealed class ForcedSignOut(AccountLocks locks, SessionService sessions, AuditLog audit)
{
    /// <param name="why">One of <see cref="SessionEnds"/>; the next page of each session tells it.</param>
    /// <param name="reason">Why, where the page asks for it.</param>
    /// <returns>How many sessions ended; with none nothing is recorded.</returns>
    public async Task<int> EndAsync(PortalUser user, string why, string? reason = null)
    {
        ArgumentNullException.ThrowIfNull(user);
        await locks.SignInAsync(user.Id);
        var ended = await sessions.EndAllAsync(user.Id, why);
        if (ended > 0)
        {
            audit.Record(AuditKinds.SessionEnded, AuditSubject.Of(user), reason ?? why, new { sessions = ended });
        }

        return ended;
    }
}
