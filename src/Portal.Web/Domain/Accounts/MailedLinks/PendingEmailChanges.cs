using Microsoft.EntityFrameworkCore;
using Portal.Web.Data;

namespace Portal.Web.Domain.Accounts.MailedLinks;

/// <summary>Changes of address that are under way, when something else ends their links.</summary>
internal static class PendingEmailChanges
{
    /// <summary>Nothing that cannot be finished any more is shown as waiting (MAIL-1).</summary>
    /// <param name="butTo">The address of the change that is being finished.</param>
    public static Task<int> CancelEmailChangesAsync(this PortalDbContext db, Guid userId, DateTimeOffset now, string? butTo = null) =>
        db.EmailChanges.Where(row => row.UserId == userId && row.CompletedAt == null && row.CancelledAt == null
                && (butTo == null || row.NewEmail != butTo))
            .ExecuteUpdateAsync(set => set.SetProperty(row => row.CancelledAt, now));
}
