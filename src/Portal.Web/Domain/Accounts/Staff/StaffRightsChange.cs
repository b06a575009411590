using Microsoft.EntityFrameworkCore;
using Portal.Rules.Delegation;
using Portal.Web.Audit;
using Portal.Web.Data;
using Portal.Web.Data.Entities;
using Portal.Web.Domain.Accounts.Delegation;
using Portal.Web.Domain.Accounts.Sessions;

namespace Portal.Web.Domain.Accounts.Staff;

/// <summary>
/// Gives a member of the staff another role or other tenants (ADMIN-11). A higher role needs a new session; everything
/// else counts from the next request, because each reads role and tenants anew.
/// </summary>
public sealed class StaffRightsChange(PortalDbContext db, StaffTurns turns, LastManager lastManager, SessionService sessions,
    AuditLog audit, AuditActor actor)
{
    /// <param name="version">The version the form was opened with, be it hours ago by who asked for it.</param>
    public async Task<StaffOutcome> ChangeAsync(Guid staffId, int version, StaffRights rights, string reason)
    {
        ArgumentNullException.ThrowIfNull(rights);
        if (await turns.BeginAsync(staffId) is not { } turn
            || StaffAccountRules.DecideRights(turn.Actor, turn.Subject, rights) != StaffVerdict.Allowed)
        {
            return StaffOutcome.Refused;
        }

        if (turn.User.Version != version)
        {
            return StaffOutcome.Conflict;
        }

        if (turn.Rights.Role == rights.Role && turn.Rights.TenantIds.SetEquals(rights.TenantIds))
        {
            return StaffOutcome.Unchanged;
        }

        return rights.Role != turn.Rights.Role && turn.User.DisabledAt is null && await lastManager.IsAsync(turn.User)
            ? StaffOutcome.LastAdministrator
            : await StoreAsync(turn, rights, reason);
    }

    private async Task<StaffOutcome> StoreAsync(StaffTurn turn, StaffRights rights, string reason)
    {
        var user = turn.User;
        (user.Role, user.ChangedBy) = (rights.Role, actor.Name);

        // The version counts tenants as well, though they have rows of their own.
        db.Entry(user).Property(row => row.ChangedBy).IsModified = true;
        var gone = turn.Rights.TenantIds.Except(rights.TenantIds).ToList();
        await db.StaffAssignments.Where(row => row.UserId == user.Id && gone.Contains(row.TenantId)).ExecuteDeleteAsync();
        db.StaffAssignments.AddRange(rights.TenantIds.Except(turn.Rights.TenantIds)
            .Select(tenantId => new StaffAssignment { UserId = user.Id, TenantId = tenantId }));
        if (rights.Role > turn.Rights.Role)
        {
            await sessions.EndAllAsync(user.Id, SessionEnds.RightsChanged);
        }

        audit.Record(AuditKinds.PermissionsChanged, AuditSubject.Of(user), reason,
            new { changes = await ChangesAsync(turn.Rights, rights) });
        return StaffOutcome.Done;
    }

    private async Task<Dictionary<string, object[]>> ChangesAsync(StaffRights former, StaffRights later)
    {
        var changes = new Dictionary<string, object[]>();
        if (former.Role != later.Role)
        {
            changes["role"] = [former.Role.ToString(), later.Role.ToString()];
        }

        if (!former.TenantIds.SetEquals(later.TenantIds))
        {
            changes["tenants"] = [await SlugsAsync(former), await SlugsAsync(later)];
        }

        return changes;
    }

    private async Task<string[]> SlugsAsync(StaffRights rights) =>
        await db.Tenants.Where(row => rights.TenantIds.Contains(row.Id)).OrderBy(row => row.Slug).Select(row => row.Slug).ToArrayAsync();
}
