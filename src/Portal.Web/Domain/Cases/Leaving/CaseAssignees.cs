using Microsoft.EntityFrameworkCore;
using Portal.Rules.Delegation;
using Portal.Web.Data;
using Portal.Web.Tenancy;

namespace Portal.Web.Domain.Cases.Leaving;

/// <summary>
/// Makes who gives a case to somebody of the staff and who lets that one go take turns, so that either the one finds it
/// gone or the other finds the case (ADMIN-5). Taken before the lock of a case, by everybody.
/// </summary>
public sealed class CaseAssignees(PortalDbContext db, KeyLock turns, TenantCatalog catalog, TenantWork work)
{
    /// <summary>While a turn is held nothing of it changes: a file opens hundreds of cases in one.</summary>
    private readonly Dictionary<(Guid Transaction, Guid Staff), bool> known = [];

    /// <returns>False for who does not look after this tenant any more.</returns>
    public async Task<bool> EnterAsync(Guid staffId)
    {
        await WaitAsync(staffId);
        var held = (db.Database.CurrentTransaction!.TransactionId, staffId);
        if (!known.TryGetValue(held, out var isThere))
        {
            known[held] = isThere = await IsThereAsync(staffId);
        }

        return isThere;
    }

    /// <summary>Until whoever gives it a case now has done so.</summary>
    public Task WaitAsync(Guid staffId) => turns.EnterAsync($"cases/assignee/{staffId:N}");

    private async Task<bool> IsThereAsync(Guid staffId)
    {
        var (realm, here) = ((await catalog.StaffRealmAsync()).Id, db.Scope.Current);

        // A job works within the tenant alone: it looks beside its transaction. Who is going now waits for this turn.
        return db.Scope.Visible.Contains(realm)
            ? await LooksAfterAsync(db, realm, staffId, here)
            : await work.LookAcrossAsync([realm, here], other => LooksAfterAsync(other, realm, staffId, here));
    }

    private static Task<bool> LooksAfterAsync(PortalDbContext db, Guid realm, Guid staffId, Guid tenantId) =>
        db.Users.AcrossTenants(db.Scope).AnyAsync(user => user.TenantId == realm && user.Id == staffId && user.DisabledAt == null
            && (user.Role == AccountRole.SystemAdministrator
                || db.StaffAssignments.Any(each => each.UserId == user.Id && each.TenantId == tenantId)));
}
