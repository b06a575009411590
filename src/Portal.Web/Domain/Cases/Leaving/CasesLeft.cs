using Microsoft.EntityFrameworkCore;
using Portal.Rules.Cases;
using Portal.Rules.Delegation;
using Portal.Web.Audit;
using Portal.Web.Data;
using Portal.Web.Data.Entities;
using Portal.Web.Tenancy;

namespace Portal.Web.Domain.Cases.Leaving;

/// <summary>
/// Open cases whose assignee is disabled, removed or loses their site are nobody's from the same transaction on, and
/// its own again when it comes back, where nobody has taken them meanwhile (ADMIN-5, ADMIN-11). Works from the event,
/// so that it holds for every way of going; what the desk asks is a column and an index (PERF-3).
/// </summary>
internal sealed class CasesLeft(TenantCatalog catalog, TenantScope scope, CaseAssignees assignees) : ITransactionHook
{
    private static readonly string[] Goings =
        [AuditKinds.UserDisabled, AuditKinds.UserEnabled, AuditKinds.UserRemoved, AuditKinds.PermissionsChanged];

    public async Task BeforeCommitAsync(PortalDbContext db, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(db);
        List<AuditEvent> gone = [.. db.RecordedEvents.Where(row => Goings.Contains(row.Kind))];
        if (gone.Count == 0)
        {
            return;
        }

        // Nobody of a customer's works on cases.
        var realm = (await catalog.StaffRealmAsync(cancellationToken)).Id;
        Guid[] going = [.. gone.Where(row => row.TenantId == realm).Select(row => row.SubjectId).OfType<Guid>().Distinct().Order()];

        // All turns before the first case: who gives a case of the one to the other holds that turn.
        foreach (var id in going)
        {
            await assignees.WaitAsync(id);
        }

        foreach (var id in going)
        {
            await SettleAsync(db, realm, id, cancellationToken);
        }
    }

    private async Task SettleAsync(PortalDbContext db, Guid realm, Guid id, CancellationToken cancellationToken)
    {
        var there = db.Users.AcrossTenants(scope).Where(user => user.TenantId == realm && user.Id == id && user.DisabledAt == null);
        var cases = db.Cases.AcrossTenants(scope).Where(row => row.Status != CaseStatus.Closed);
        await cases.Where(row => row.AssigneeId == id && !there.Any(user => user.Role == AccountRole.SystemAdministrator
                || db.StaffAssignments.Any(each => each.UserId == user.Id && each.TenantId == row.TenantId)))
            .ExecuteUpdateAsync(set => set.SetProperty(row => row.FormerAssigneeId, row => row.AssigneeId)
                .SetProperty(row => row.AssigneeId, (Guid?)null), cancellationToken);
        await cases.Where(row => row.FormerAssigneeId == id && there.Any(user => user.Role == AccountRole.SystemAdministrator
                || db.StaffAssignments.Any(each => each.UserId == user.Id && each.TenantId == row.TenantId)))
            .ExecuteUpdateAsync(set => set.SetProperty(row => row.AssigneeId, row => row.FormerAssigneeId)
                .SetProperty(row => row.FormerAssigneeId, (Guid?)null), cancellationToken);
    }
}
