using Microsoft.EntityFrameworkCore;
using Portal.Rules.Delegation;
using Portal.Web.Data;
using Portal.Web.Data.Entities;
using Portal.Web.Domain.Accounts.Locks;
using Portal.Web.Domain.Accounts.Sessions;

namespace Portal.Web.Domain.Accounts.Staff;

/// <param name="Actor">Who acts, with the rights it has now.</param>
/// <param name="User">Who is acted on; locked.</param>
public sealed record StaffTurn(StaffActor Actor, PortalUser User, StaffRights Rights)
{
    public StaffSubject Subject => new(User.Id, Rights);
}

/// <summary>
/// Makes those who change the staff take turns, all of them: who was demoted a moment ago has no effect any more
/// (AZ-07), and of two system administrators who demote each other one comes first (AZ-08).
/// </summary>
public sealed class StaffTurns(PortalDbContext db, AccountLocks locks, CurrentSession session, SessionService sessions)
{
    /// <returns>Null where there is no such account, or the one who acts is not the staff's any more.</returns>
    public async Task<StaffTurn?> BeginAsync(Guid staffId)
    {
        // A sign-in holds this lock when it writes the account: taken later, the two would wait for each other.
        await locks.SignInAsync(staffId);
        if (await BeginAsync() is not { } actor
            || await db.Users.SingleOrDefaultAsync(row => row.Id == staffId) is not { } user)
        {
            return null;
        }

        await locks.AccountAsync(user);
        return new StaffTurn(actor, user, new StaffRights(user.Role, await TenantsAsync(staffId)));
    }

    /// <summary>For what concerns nobody yet.</summary>
    /// <returns>Who acts, read under the lock; null where it is not the staff's any more.</returns>
    public async Task<StaffActor?> BeginAsync()
    {
        await locks.SystemAdministratorsAsync();
        if (session.OrNull is not { } own || !await sessions.StillCountsAsync(own))
        {
            return null;
        }

        var role = await db.Users.Where(row => row.Id == own.UserId).Select(row => row.Role).SingleAsync();
        return new StaffActor(own.UserId, role, await TenantsAsync(own.UserId));
    }

    /// <summary>
    /// Whether the one who acts has all the rights with which its request began; for acts that concern no other member
    /// of the staff and take no turn.
    /// </summary>
    public async Task<bool> StillReachesAsync()
    {
        var id = session.UserId;
        var role = await db.Users.Where(row => row.Id == id).Select(row => (AccountRole?)row.Role).SingleOrDefaultAsync();
        return role >= session.Role
            && (role == AccountRole.SystemAdministrator || session.StaffTenants.IsSubsetOf(await TenantsAsync(id)));
    }

    public async Task<IReadOnlySet<Guid>> TenantsAsync(Guid staffId) =>
        (await db.StaffAssignments.Where(row => row.UserId == staffId).Select(row => row.TenantId).ToListAsync()).ToHashSet();
}
