using Portal.Rules.Delegation;
using Portal.Web.Audit;
using Portal.Web.Data.Entities;
using Portal.Web.Domain.Accounts.Locks;
using Portal.Web.Domain.Accounts.Sessions;

namespace Portal.Web.Domain.Accounts.Delegation;

public enum RoleOutcome
{
    Changed,
    Unchanged,

    /// <summary>Somebody changed the account since the form was opened; nothing was written (SAFE-1).</summary>
    Conflict,

    /// <summary>Somebody must be left who can manage (AZ-08).</summary>
    LastManager,
}

/// <summary>
/// Makes an account a manager of its contract, or no longer one, and says what it may do as such (CONT-2, CONT-5).
/// </summary>
public sealed class RoleService(AccountLocks locks, LastManager lastManager, SessionService sessions, AuditLog audit, AuditActor actor)
{
    /// <param name="version">The version the form was opened with.</param>
    /// <param name="permissions">Of a manager; a member has none.</param>
    public async Task<RoleOutcome> ChangeAsync(PortalUser user, int version, AccountRole role, IReadOnlyCollection<Permission> permissions)
    {
        ArgumentNullException.ThrowIfNull(user);
        ArgumentNullException.ThrowIfNull(permissions);
        await locks.AllAsync(user);
        if (user.Version != version)
        {
            return RoleOutcome.Conflict;
        }

        var (former, later) = (new StoredRights(user.Role, user.Permissions), StoredRights.Of(role, permissions));
        if (former == later)
        {
            return RoleOutcome.Unchanged;
        }

        if (role != AccountRole.Manager && user.DisabledAt is null && await lastManager.IsAsync(user))
        {
            return RoleOutcome.LastManager;
        }

        (user.Role, user.Permissions, user.ChangedBy) = (later.Role, later.Permissions, actor.Name);
        await EndLesserSessionsAsync(user, former.Role);
        audit.Record(AuditKinds.PermissionsChanged, AuditSubject.Of(user), details: new { changes = former.ChangesTo(later) });
        return RoleOutcome.Changed;
    }

    /// <summary>
    /// A rise of privilege needs a new session, begun by the rules for
    /// managers (LOGIN-6). A fall is seen by the next request anyway.
    /// </summary>
    private async Task EndLesserSessionsAsync(PortalUser user, AccountRole former)
    {
        if (user.Role > former)
        {
            await sessions.EndAllAsync(user.Id, SessionEnds.RightsChanged);
        }
    }
}
