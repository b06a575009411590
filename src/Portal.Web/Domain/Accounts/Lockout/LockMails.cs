using Microsoft.EntityFrameworkCore;
using Portal.Web.Audit;
using Portal.Web.Data;
using Portal.Web.Domain.Accounts.Locks;
using Portal.Web.Tenancy.Times;

namespace Portal.Web.Domain.Accounts.Lockout;

/// <summary>
/// On a day with more locks than lock mails, the owner is told afterwards how many there were (LOCK-7, ML-08). Safe on
/// several nodes: who holds the account's lock looks again.
/// </summary>
public sealed class LockMails(PortalDbContext db, AccountLocks locks, AuditLog audit, TenantClock clock)
{
    /// <summary>What the limit on lock mails records as its reason.</summary>
    public const string Withheld = "LockMails";

    /// <summary>The accounts of the current tenant of which some locks of yesterday were not told.</summary>
    public IQueryable<Guid> Due()
    {
        var (from, until) = Yesterday();
        return db.AuditEvents.Where(row => row.Kind == AuditKinds.MailWithheld && row.Reason == Withheld && row.SubjectId != null
                && row.OccurredAt >= from && row.OccurredAt < until
                && !db.AuditEvents.Any(told => told.Kind == AuditKinds.LockMailsSummed && told.SubjectId == row.SubjectId
                    && told.OccurredAt >= until))
            .Select(row => row.SubjectId!.Value).Distinct().OrderBy(id => id);
    }

    /// <returns>How many accounts were told.</returns>
    public async Task<int> SumUpAsync(Guid userId)
    {
        if (await locks.SignInAsync(userId) is null || !await Due().AnyAsync(id => id == userId))
        {
            return 0;
        }

        var (from, until) = Yesterday();
        var count = await db.AuditEvents.CountAsync(row => row.Kind == AuditKinds.Locked && row.SubjectId == userId
            && row.OccurredAt >= from && row.OccurredAt < until);
        audit.Record(AuditKinds.LockMailsSummed, AuditSubject.Of(await db.Users.SingleAsync(row => row.Id == userId)),
            details: new { locks = count, day = clock.Zone.DayOf(from) });
        return 1;
    }

    private (DateTimeOffset From, DateTimeOffset Until) Yesterday() => (clock.StartOfDay(daysAgo: 1), clock.StartOfDay());
}
