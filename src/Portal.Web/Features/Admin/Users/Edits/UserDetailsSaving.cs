using Microsoft.EntityFrameworkCore;
using Portal.Web.Audit;
using Portal.Web.Data;
using Portal.Web.Domain.Accounts.Addresses;
using Portal.Web.Domain.Accounts.Details;
using Portal.Web.Domain.Accounts.Locks;
using Portal.Web.Domain.Accounts.Registration;
using Portal.Web.Domain.Approvals;

namespace Portal.Web.Features.Admin.Users.Edits;

/// <summary>What became of it, and of the address where that waits for a second person.</summary>
/// <param name="Address">Null where nobody was asked.</param>
public sealed record SavedDetails(CorrectionOutcome Outcome, AskOutcome? Address = null);

/// <summary>
/// Saves what the staff entered, inside the tenant. Where the address waits for a second person (ADMIN-11), the rest
/// does not.
/// </summary>
public sealed class UserDetailsSaving(PortalDbContext db, StaffReach reach, DetailsCorrection correction, RegisteredAddress address,
    AccountLocks locks, PasswordLinks invitations, ApprovalAsking approvals, AuditLog audit)
{
    /// <summary>What the form shows of a person is recorded as the person's page does (AU-09).</summary>
    public Task SeenAsync(UserTarget target)
    {
        ArgumentNullException.ThrowIfNull(target);
        return reach.InsideAsync(target.Tenant, () =>
        {
            audit.Record(StaffEvents.UserViewed, AuditSubject.Of(target.User));
            return Task.FromResult(true);
        });
    }

    /// <param name="version">The version the form was opened with.</param>
    public Task<SavedDetails> SaveAsync(UserTarget target, int version, EnteredDetails entered)
    {
        ArgumentNullException.ThrowIfNull(target);
        ArgumentNullException.ThrowIfNull(entered);
        return reach.InsideAsync(target.Tenant, async () =>
        {
            // Whether a second person decides is judged by what the guard read: nothing else may be changed (SAFE-1).
            if (target.User.Version != version)
            {
                return new SavedDetails(new CorrectionOutcome.Conflict(target.User));
            }

            // Before any other lock: the last day of somebody may leave a contract without a manager (AZ-08).
            if (target.User.ContractId is { } contractId)
            {
                await locks.ContractsAsync(contractId, target.User.Id);
            }

            if (!ManagerEmailApproval.Concerns(target, entered.Email))
            {
                return new SavedDetails(await CorrectAsync(target, version, entered, entered.Email));
            }

            if (await RefusalAsync(target, entered) is { } refusal)
            {
                return new SavedDetails(refusal);
            }

            var asked = await approvals.AskAsync(ManagerEmailApproval.Ask(target, entered.Email, entered.Reason));
            return new SavedDetails(await CorrectAsync(target, version, entered, target.User.Email), asked);
        });
    }

    private async Task<CorrectionOutcome> CorrectAsync(UserTarget target, int version, EnteredDetails entered, string? email)
    {
        var outcome = await correction.ChangeAsync(target.User.Id, version, entered.Details, email, entered.Reason);
        if (outcome is CorrectionOutcome.Changed && (target.User.Email ?? "") != (email ?? ""))
        {
            await invitations.FollowAddressAsync(await db.Users.SingleAsync(row => row.Id == target.User.Id), entered.Reason);
        }

        return outcome;
    }

    /// <summary>Nobody is asked for what cannot be.</summary>
    private async Task<CorrectionOutcome?> RefusalAsync(UserTarget target, EnteredDetails entered)
    {
        if (await db.Users.Include(row => row.Contract).SingleOrDefaultAsync(row => row.Id == target.User.Id) is not { } user)
        {
            return new CorrectionOutcome.Gone();
        }

        await locks.AllAsync(user);
        if (await correction.EndsTooEarlyAsync(user, entered.Details))
        {
            return new CorrectionOutcome.LastManager();
        }

        return entered.Email is not { } email ? null : await address.AskAsync(user, email) switch
        {
            AddressUse.Free => null,
            AddressUse.TooManyAnswers => new CorrectionOutcome.EmailRefused(EmailOutcome.TooManyTaken),
            _ => new CorrectionOutcome.EmailRefused(EmailOutcome.Taken),
        };
    }
}
