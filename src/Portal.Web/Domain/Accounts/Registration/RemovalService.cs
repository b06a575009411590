using Microsoft.EntityFrameworkCore;
using Portal.Web.Audit;
using Portal.Web.Data;
using Portal.Web.Data.Entities;
using Portal.Web.Domain.Accounts.Delegation;
using Portal.Web.Domain.Accounts.Locks;
using Portal.Web.Domain.Accounts.Sessions;
using Portal.Web.Domain.Submissions;
using Portal.Web.Tenancy;

namespace Portal.Web.Domain.Accounts.Registration;

public enum RemovalOutcome
{
    Removed,

    /// <summary>A login ID keeps one address at least (USER-3).</summary>
    Last,
}

/// <summary>
/// Removes an account with all that is its own: sessions, links, factors, histories of passwords. What was recorded of
/// it stays in the audit log, which refers to nothing.
/// </summary>
public sealed class RemovalService(PortalDbContext db, AccountLocks locks, SessionService sessions, AuditLog audit, CurrentTenant tenant)
{
    /// <param name="isTold">False where another mail tells its owner.</param>
    public async Task<RemovalOutcome> RemoveAsync(PortalUser user, string? reason = null, bool isTold = true)
    {
        ArgumentNullException.ThrowIfNull(user);

        // The sign-in state as well: deleting it with the account would wait for a sign-in that waits for the account.
        await locks.AllAsync(user);
        var peers = PeerGroups.Among(db.Users, PeerGroups.PrefixOf(tenant.Value, user));
        if (!await peers.AnyAsync(row => row.Id != user.Id && row.ContractId == user.ContractId))
        {
            return RemovalOutcome.Last;
        }

        var ended = await sessions.EndAllAsync(user.Id, SessionEnds.Disabled);
        audit.Record(AuditKinds.UserRemoved, AuditSubject.Of(user), reason,
            new
            {
                email = user.Email,
                language = user.Language,
                timeZone = user.TimeZone,
                sessionsEnded = ended,
                told = isTold ? (bool?)null : false,
            });
        await ForgetAsync(user);
        db.Users.Remove(user);
        return RemovalOutcome.Removed;
    }

    /// <summary>Rows that carry no reference to the account, because they are written before or without one; a number
    /// stays without it.</summary>
    private async Task ForgetAsync(PortalUser user)
    {
        await db.LineNumbers.Where(row => row.UserId == user.Id)
            .ExecuteUpdateAsync(set => set.SetProperty(row => row.UserId, (Guid?)null));
        await db.AdministratorLinks.Where(row => row.AdministratorId == user.Id).ExecuteDeleteAsync();
        await db.FormUses.Where(row => row.UserId == user.Id).ExecuteDeleteAsync();
        await db.FormDrafts.Where(row => row.UserId == user.Id).ExecuteDeleteAsync();
    }
}
