using Portal.Web.Audit;
using Portal.Web.Data.Entities;
using Portal.Web.Domain.Accounts.Delegation;
using Portal.Web.Domain.Accounts.Locks;

namespace Portal.Web.Domain.Accounts.Details;

public enum ChangeOutcome
{
    Changed,
    Unchanged,

    /// <summary>
    /// Somebody changed the account since the form was opened; nothing
    /// was written, the account shows the newer state (SAFE-1).
    /// </summary>
    Conflict,

    /// <summary>A contract would run out of managers after that day; nothing was written (AZ-08).</summary>
    LastManager,
}

/// <summary>Changes what is known of the person or terminal behind an ID.</summary>
public sealed class DetailsService(AccountLocks locks, LastManager lastManager, AuditLog audit, AuditActor actor)
{
    /// <summary>
    /// The caller holds the locks of all contracts that the account works for (<see
    /// cref="AccountLocks.ContractsAsync"/>).
    /// </summary>
    /// <param name="version">The version the form was opened with.</param>
    /// <param name="reason">Why, where the page asks for it.</param>
    public async Task<ChangeOutcome> ChangeAsync(PortalUser user, int version, AccountDetails details, string? reason = null)
    {
        ArgumentNullException.ThrowIfNull(user);
        ArgumentNullException.ThrowIfNull(details);
        await locks.AllAsync(user);
        if (user.Version != version)
        {
            return ChangeOutcome.Conflict;
        }

        var changes = AccountDetails.Differences(AccountDetails.Of(user), details);
        if (changes.Count == 0)
        {
            return ChangeOutcome.Unchanged;
        }

        if (details.ValidUntil is { } end && await EndsTooEarlyAsync(user, end))
        {
            return ChangeOutcome.LastManager;
        }

        details.ApplyTo(user);
        user.ChangedBy = actor.Name;
        audit.Record(AuditKinds.UserChanged, AuditSubject.Of(user), reason, new { changes });
        return ChangeOutcome.Changed;
    }

    /// <summary>An earlier last day than it has, for one without whom a contract would run out of managers.</summary>
    internal async Task<bool> EndsTooEarlyAsync(PortalUser user, DateOnly end) =>
        user.DisabledAt is null && (user.ValidUntil is not { } former || end < former) && await lastManager.IsForGoodAsync(user);
}
