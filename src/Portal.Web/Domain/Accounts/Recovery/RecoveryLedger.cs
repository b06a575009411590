using Microsoft.EntityFrameworkCore;
using Portal.Rules.Recovery;
using Portal.Rules.Standing;
using Portal.Web.Data;
using Portal.Web.Data.Entities;
using Portal.Web.Domain.Accounts.Locks;
using Portal.Web.Domain.Accounts.Standing;
using Portal.Web.Tenancy;

namespace Portal.Web.Domain.Accounts.Recovery;

/// <summary>How often the ways back in were tried for one account, and whether it may use them at all.</summary>
public sealed class RecoveryLedger(PortalDbContext db, LockOrder order, IMailAllowance mails, CurrentTenant tenant,
    TimeProvider clock)
{
    /// <summary>The account's row, locked to the end of the transaction.</summary>
    public async Task<RecoveryRow> LockAsync(Guid userId)
    {
        await order.EnterAsync(LockRank.Recovery, userId);
        var taken = await db.Recoveries.Where(row => row.UserId == userId)
            .ExecuteUpdateAsync(set => set.SetProperty(row => row.Attempts, row => row.Attempts + 1));
        if (taken == 0)
        {
            db.Recoveries.Add(new RecoveryRow { UserId = userId, Attempts = 1 });
            await db.SaveChangesAsync();
        }

        return await db.Recoveries.SingleAsync(row => row.UserId == userId);
    }

    /// <summary>
    /// Counts a request that matched. False where it is one too many in this hour (TR-13), or its mailbox, which may
    /// serve many accounts, has had enough of them (ML-08).
    /// </summary>
    public async Task<bool> CountRequestAsync(RecoveryRow row, PortalUser user)
    {
        ArgumentNullException.ThrowIfNull(row);
        ArgumentNullException.ThrowIfNull(user);
        var now = clock.GetUtcNow();
        if (row.WindowStart is not { } start || now - start >= TimeSpan.FromHours(1))
        {
            (row.WindowStart, row.RequestsInWindow) = (now, 0);
        }

        return RecoveryRules.MayRequest(tenant.Value.Recovery, row.RequestsInWindow++)
            && await mails.AllowsAsync(MailCap.Recovery, user, user.Email!);
    }

    /// <summary>Why this account has no way back in, whatever is known of it; null where it has.</summary>
    /// <param name="user">With its contract.</param>
    public string? Hindrance(PortalUser user) =>
        AccountStandings.Of(user, tenant.Value, clock.GetUtcNow()) is var standing and not AccountStanding.Good
            ? standing.ToString()
            : null;
}
