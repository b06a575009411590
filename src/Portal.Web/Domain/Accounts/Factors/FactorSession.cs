using Portal.Web.Data.Entities;
using Portal.Web.Domain.Accounts.Sessions;

namespace Portal.Web.Domain.Accounts.Factors;

/// <summary>What a change of factors means for the sessions of the one who made it.</summary>
public sealed class FactorSession(SessionService sessions, OwnSessions own, CurrentSession current, TimeProvider clock)
{
    /// <summary>
    /// This session goes on, under a new id, as one that has proven a factor just now (LOGIN-6, MF-15).
    /// </summary>
    /// <returns>The new id; null when the session has ended
    /// meanwhile, so that nothing may come of the change.</returns>
    public async Task<string?> ContinueAsync(PortalUser user, bool endOthers)
    {
        await EndOthersAsync(endOthers);
        return await sessions.RenewAsync(current.Session, user, factorProvenAt: clock.GetUtcNow());
    }

    /// <summary>Offered with every change (MF-11).</summary>
    public async Task EndOthersAsync(bool wanted)
    {
        if (wanted)
        {
            await own.EndOthersAsync();
        }
    }
}
