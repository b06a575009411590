using Microsoft.EntityFrameworkCore;
using Portal.Web.Data;
using Portal.Web.Data.Entities;
using Portal.Web.Domain.Accounts.Locks;

namespace Portal.Web.Domain.Accounts.Details;

public abstract record CorrectionOutcome
{
    private CorrectionOutcome()
    {
    }

    public sealed record Changed : CorrectionOutcome;

    public sealed record Unchanged : CorrectionOutcome;

    /// <summary>Removed since the form was opened.</summary>
    public sealed record Gone : CorrectionOutcome;

    /// <summary>Somebody changed the account since the form was opened; nothing was written (SAFE-1).</summary>
    public sealed record Conflict(PortalUser Newer) : CorrectionOutcome;

    /// <summary>The address cannot be registered; nothing was written.</summary>
    public sealed record EmailRefused(EmailOutcome Why) : CorrectionOutcome;

    /// <summary>A contract would have no manager left after the last day; nothing may be written (AZ-08).</summary>
    public sealed record LastManager : CorrectionOutcome;
}

/// <summary>
/// The provider corrects what is known of a person, the address included, in one go and with a reason (ADMIN-4). By the
/// same acts as a manager's, so that an address counts at once, is not yet confirmed, and the old one is told (MAIL-3).
/// </summary>
public sealed class DetailsCorrection(PortalDbContext db, AccountLocks locks, DetailsService details, RecoveryDetailsService recovery)
{
    /// <param name="version">The version the form was opened with.</param>
    public async Task<CorrectionOutcome> ChangeAsync(Guid userId, int version, AccountDetails asked, string? email, string reason)
    {
        if (await db.Users.Include(row => row.Contract).SingleOrDefaultAsync(row => row.Id == userId) is not { } user)
        {
            return new CorrectionOutcome.Gone();
        }

        if (user.ContractId is { } contractId)
        {
            await locks.ContractsAsync(contractId, user.Id);
        }

        await locks.AllAsync(user);
        if (db.Entry(user).State == EntityState.Detached)
        {
            return new CorrectionOutcome.Gone();
        }

        if (user.Version != version)
        {
            return new CorrectionOutcome.Conflict(user);
        }

        if (await EndsTooEarlyAsync(user, asked))
        {
            return new CorrectionOutcome.LastManager();
        }

        // The address first: whether it can be had is known before anything is written.
        var address = await recovery.SetEmailAsync(user, email, reason);
        if (address is not (EmailOutcome.Changed or EmailOutcome.Unchanged))
        {
            return new CorrectionOutcome.EmailRefused(address);
        }

        var rest = await details.ChangeAsync(user, user.Version, asked, reason);
        return address == EmailOutcome.Changed || rest == ChangeOutcome.Changed
            ? new CorrectionOutcome.Changed()
            : new CorrectionOutcome.Unchanged();
    }

    /// <summary>
    /// Whether a contract would have no manager left after the last day that is asked for; the contracts are locked.
    /// </summary>
    public async Task<bool> EndsTooEarlyAsync(PortalUser user, AccountDetails asked)
    {
        ArgumentNullException.ThrowIfNull(asked);
        return asked.ValidUntil is { } end && await details.EndsTooEarlyAsync(user, end);
    }
}
