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

        var former = (user.Role, user.Permissions);
        var later = (Role: role, Permissions: role == AccountRole.Manager ? UserPermissions.Text(permissions) : null);
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
        audit.Record(AuditKinds.PermissionsChanged, AuditSubject.Of(user), details: new { changes = Changes(former, later) });
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
            await sessions.EndAllAsync(user.Id, SessionEnds.CredentialsChanged);
        }
    }

    private static Dictionary<string,
        string?[]> Changes((AccountRole Role, string? Permissions) former, (AccountRole Role, string? Permissions) later)
    {
        var changes = new Dictionary<string, string?[]>();
        if (former.Role != later.Role)
        {
            changes["role"] = [former.Role.ToString(), later.Role.ToString()];
        }

        if (former.Permissions != later.Permissions)
        {
            changes["permissions"] = [former.Permissions, later.Permissions];
        }

        return changes;
    }
}
