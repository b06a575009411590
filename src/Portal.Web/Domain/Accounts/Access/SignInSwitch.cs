using Portal.Rules.Delegation;
using Portal.Web.Audit;
using Portal.Web.Data.Entities;
using Portal.Web.Domain.Accounts.Credentials;
using Portal.Web.Domain.Accounts.Delegation;
using Portal.Web.Domain.Accounts.Locks;

namespace Portal.Web.Domain.Accounts.Access;

public enum SwitchOutcome
{
    Switched,

    /// <summary>It was so already, or is not wanted any more; nothing is recorded.</summary>
    Unchanged,

    /// <summary>Somebody must be left who can manage (AZ-08).</summary>
    LastManager,
}

/// <summary>
/// Switches sign-in of an account off and on. A state apart from lockout: enabling releases nothing (CG-10).
/// </summary>
public sealed class SignInSwitch(
    AccountLocks locks, LastManager lastManager, CredentialChange credentials, AuditLog audit, AuditActor actor, TimeProvider clock)
{
    /// <param name="reason">Why, where the page asks for it.</param>
    /// <param name="isStillWanted">Asked once the locks are held: what was so before may not be any more.</param>
    public async Task<SwitchOutcome> DisableAsync(PortalUser user, string? reason = null, Func<Task<bool>>? isStillWanted = null)
    {
        ArgumentNullException.ThrowIfNull(user);
        if (user.Role == AccountRole.SystemAdministrator)
        {
            await locks.SignInAsync(user.Id);
            await locks.SystemAdministratorsAsync();
        }

        if (user.ContractId is { } contractId)
        {
            await locks.ContractsAsync(contractId, user.Id);
        }

        await locks.AllAsync(user);
        if (user.DisabledAt is not null || (isStillWanted is not null && !await isStillWanted()))
        {
            return SwitchOutcome.Unchanged;
        }

        if (await lastManager.IsAnywhereAsync(user))
        {
            return SwitchOutcome.LastManager;
        }

        (user.DisabledAt, user.ChangedBy) = (clock.GetUtcNow(), actor.Name);

        // Whatever was bound to the stamp stays dead after a later "enable" (TR-04).
        var ended = await credentials.ApplyAsync(user, CredentialReason.Disabled);
        audit.Record(AuditKinds.UserDisabled, AuditSubject.Of(user), reason, new { sessionsEnded = ended });
        return SwitchOutcome.Switched;
    }

    /// <param name="reason">Why, where the page asks for it.</param>
    public async Task<SwitchOutcome> EnableAsync(PortalUser user, string? reason = null)
    {
        ArgumentNullException.ThrowIfNull(user);
        await locks.AccountAsync(user);
        if (user.DisabledAt is null)
        {
            return SwitchOutcome.Unchanged;
        }

        // An account that was switched off for lying idle starts counting anew.
        (user.DisabledAt, user.DormantNoticeAt, user.ChangedBy) = (null, null, actor.Name);
        audit.Record(AuditKinds.UserEnabled, AuditSubject.Of(user), reason);
        return SwitchOutcome.Switched;
    }
}
