using Portal.Web.Audit;
using Portal.Web.Data.Entities;
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
}

/// <summary>Changes what is known of the person or terminal behind an ID.</summary>
public sealed class DetailsService(AccountLocks locks, AuditLog audit, AuditActor actor)
{
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

        details.ApplyTo(user);
        user.ChangedBy = actor.Name;
        audit.Record(AuditKinds.UserChanged, AuditSubject.Of(user), reason, new { changes });
        return ChangeOutcome.Changed;
    }
}
