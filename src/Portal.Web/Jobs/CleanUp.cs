using Microsoft.EntityFrameworkCore;
using Portal.Rules.Delegation;
using Portal.Web.Data;

namespace Portal.Web.Jobs;

/// <summary>
/// Deletes what is over and serves nothing any more. Each statement
/// says how long something is still of use after its end.
/// </summary>
internal sealed class CleanUp(PortalDbContext db, TimeProvider clock)
{
    /// <summary>Rows that belong to the current tenant.</summary>
    /// <returns>How many were deleted.</returns>
    public async Task<int> OfTenantAsync(CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        var (anHour, aDay, aWeek, aMonth) = (now.AddHours(-1), now.AddDays(-1), now.AddDays(-7), now.AddDays(-30));
        int[] deleted =
        [
            await db.FormDrafts.Where(row => row.ExpiresAt < now).ExecuteDeleteAsync(cancellationToken),

            // A page left open over night must not create twice what it created yesterday.
            await db.FormUses.Where(row => row.UsedAt < now.AddDays(-2)).ExecuteDeleteAsync(cancellationToken),

            // Codes are counted by the hour.
            await db.SignInAttempts.Where(row => row.ExpiresAt < aDay).ExecuteDeleteAsync(cancellationToken),
            await db.PasskeyCeremonies.Where(row => row.ExpiresAt < anHour).ExecuteDeleteAsync(cancellationToken),

            // The next page of an ended session tells why it ended.
            await db.Sessions.Where(row => row.EndedAt < aMonth || row.ExpiresAt < aMonth).ExecuteDeleteAsync(cancellationToken),
            await db.SecurityLinks.Where(row => row.ExpiresAt < aMonth).ExecuteDeleteAsync(cancellationToken),
            await db.TrustedBrowsers.Where(row => row.ExpiresAt < aDay || row.EndedAt < aMonth).ExecuteDeleteAsync(cancellationToken),
            await db.RecoveryRequests.Where(row => row.HandledAt < aMonth).ExecuteDeleteAsync(cancellationToken),

            // A way back in that nobody could decide for a week is nobody's wish any more, and what was typed for it
            // must go (ML-06).
            await db.RecoveryRequests.Where(row => row.HandledAt == null && row.CreatedAt < aWeek).ExecuteDeleteAsync(cancellationToken),

            // Who registered and set no password within a week may register again.
            await db.Users.Where(user => user.Role == AccountRole.LinkedManager && user.PasswordHash == null
                && user.PasswordChangedAt == null && user.InvitedAt < aWeek).ExecuteDeleteAsync(cancellationToken),

            // While the row is there, nobody can play the posts of a call once more.
            await db.PhoneCalls.Where(row => row.StartedAt < now.AddDays(-90)).ExecuteDeleteAsync(cancellationToken),

            // Nobody confirms by then what was keyed in (IV-W04).
            await db.PhoneCalls.Where(row => row.StartedAt < now.AddDays(-2) && row.EntryHash != null)
                .ExecuteUpdateAsync(set => set.SetProperty(row => row.EntryHash, (string?)null), cancellationToken),
            await db.Setbacks.Where(row => row.LastAt < aWeek).ExecuteDeleteAsync(cancellationToken),

            // The pieces of the files go with them.
            await db.ExportJobs.Where(row => row.ExpiresAt < now).ExecuteDeleteAsync(cancellationToken),
            await db.ImportJobs.Where(row => row.ExpiresAt < now).ExecuteDeleteAsync(cancellationToken),
        ];
        return deleted.Sum();
    }

    /// <summary>Rows that belong to no tenant.</summary>
    public async Task<int> OfAllAsync(CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        var (aDay, aMonth) = (now.AddDays(-1), now.AddDays(-30));
        return await db.AddressWindows.Where(row => row.WindowStart < aDay).ExecuteDeleteAsync(cancellationToken)
            + await db.CaughtMails.Where(row => row.SentAt < aMonth).ExecuteDeleteAsync(cancellationToken);
    }
}
