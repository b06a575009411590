using Microsoft.EntityFrameworkCore;
using Portal.Web.Data;
using Portal.Web.Data.Entities;

namespace Portal.Web.Domain.Accounts.Sessions;

/// <summary>
/// For which of its contracts somebody works: its own, or another one of the holder that it has a membership of
/// (CONT-2). Every page works as for somebody of that contract, with the rights that are held there.
/// </summary>
public sealed class Workplaces(PortalDbContext db)
{
    /// <summary>The session's user as it works for the session's contract.</summary>
    /// <param name="lookup">As found; its rows are not tracked.</param>
    /// <returns>A session that is over where the membership is gone, or its contract suspended: a form that was opened
    /// for the one contract must not be sent for another.</returns>
    public async Task<SessionLookup> EnterAsync(SessionLookup lookup)
    {
        ArgumentNullException.ThrowIfNull(lookup);
        if (lookup.Session is not { ContractId: { } contractId } session || await EnterAsync(session.User!, contractId))
        {
            return lookup;
        }

        session.EndReason = SessionEnds.RightsChanged;
        return new SessionLookup(null, SessionEnd.Of(session, TimeSpan.Zero, mayReturn: true));
    }

    /// <summary>The account as it works for that contract: with role and permissions that it has there.</summary>
    /// <param name="user">Not tracked; becomes that.</param>
    /// <returns>False where it may not; nothing has changed then.</returns>
    public async Task<bool> EnterAsync(PortalUser user, Guid contractId)
    {
        ArgumentNullException.ThrowIfNull(user);
        if (user.ContractId == contractId)
        {
            return true;
        }

        if (await Open(user.Id).AsNoTracking().Include(row => row.Contract).SingleOrDefaultAsync(row => row.ContractId == contractId)
            is not { } membership)
        {
            return false;
        }

        membership.User = user;
        As(membership);
        return true;
    }

    /// <summary>The account as it works for each of its contracts, for its own first.</summary>
    /// <param name="home">As found, with its contract; it stays as it is.</param>
    public async Task<IReadOnlyList<PortalUser>> EveryAsync(PortalUser home)
    {
        ArgumentNullException.ThrowIfNull(home);
        var elsewhere = home.HasMemberships
            ? await Open(home.Id).AsNoTracking().Include(row => row.Contract).Include(row => row.User).ToListAsync()
            : [];
        return [home, .. elsewhere.Select(As)];
    }

    /// <summary>The user of a membership as it works there.</summary>
    /// <param name="membership">With user and contract, not tracked; the user becomes that.</param>
    public static PortalUser As(Membership membership)
    {
        ArgumentNullException.ThrowIfNull(membership);
        var user = membership.User ?? throw new ArgumentException("The user is not read.", nameof(membership));
        (user.ContractId, user.Contract) = (membership.ContractId, membership.Contract);
        (user.Role, user.Permissions) = (membership.Role, membership.Permissions);
        return user;
    }

    /// <summary>Memberships that can be worked in.</summary>
    public IQueryable<Membership> Open(Guid userId) =>
        db.Memberships.Where(row => row.UserId == userId && row.Contract!.Status == ContractStatus.Active);
}
