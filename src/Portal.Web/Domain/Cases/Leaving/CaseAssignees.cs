using Microsoft.EntityFrameworkCore;
using Portal.Rules.Delegation;
using Portal.Web.Data;
using Portal.Web.Tenancy;

namespace Portal.Web.Domain.Cases.Leaving;

/// <summary>
/// Makes who gives a case to somebody of the staff and who lets that one go take turns, so that either the one finds it
/// gone or the other finds the case (ADMIN-5). Taken before the lock of a case, by everybody.
/// </summary>
public sealed class CaseAssignees(PortalDbContext db, KeyLock turns, TenantCatalog catalog)
{
    /// <returns>False for who does not look after this tenant any more.</returns>
    public async Task<bool> EnterAsync(Guid staffId)
    {
        await WaitAsync(staffId);
        var (realm, here) = ((await catalog.StaffRealmAsync()).Id, db.Scope.Current);

        // A job works within the tenant alone and sees nobody of the staff.
        return !db.Scope.Visible.Contains(realm) || await db.Users.AcrossTenants(db.Scope)
            .AnyAsync(user => user.TenantId == realm && user.Id == staffId && user.DisabledAt == null
                && (user.Role == AccountRole.SystemAdministrator
                    || db.StaffAssignments.Any(each => each.UserId == user.Id && each.TenantId == here)));
    }

    /// <summary>Until whoever gives it a case now has done so.</summary>
    public Task WaitAsync(Guid staffId) => turns.EnterAsync($"cases/assignee/{staffId:N}");
}
