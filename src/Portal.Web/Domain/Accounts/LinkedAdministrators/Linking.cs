using Microsoft.EntityFrameworkCore;
using Portal.Web.Audit;
using Portal.Web.Data;
using Portal.Web.Data.Entities;
using Portal.Web.Domain.Accounts.Locks;

namespace Portal.Web.Domain.Accounts.LinkedAdministrators;

/// <summary>
/// Makes and takes off links. Whoever does holds the sign-in lock of the administrator ID, so that two who link at once
/// make one link, and a link that is taken off meanwhile is not confirmed (AZ-10).
/// </summary>
public sealed class Linking(PortalDbContext db, AccountLocks locks, AuditLog audit, TimeProvider clock)
{
    /// <summary>Links, or confirms what is linked; the caller holds the lock and has seen the proofs.</summary>
    internal async Task<LinkOutcome> AddAsync(PortalUser manager, PortalUser administrator, bool factorProven)
    {
        var now = clock.GetUtcNow();
        var known = await db.AdministratorLinks.SingleOrDefaultAsync(row => row.ManagerId == manager.Id
            && row.AdministratorId == administrator.Id);
        var link = known ?? new AdministratorLink
        {
            Id = Guid.CreateVersion7(),
            ManagerId = manager.Id,
            AdministratorId = administrator.Id,
            LinkedAt = now,
        };
        (link.ConfirmedAt, link.StaleSince, link.FactorProvenAt) = (now, null, factorProven ? now : link.FactorProvenAt);
        if (known is null)
        {
            db.AdministratorLinks.Add(link);
        }

        audit.Record(known is null ? LinkEvents.Linked : LinkEvents.Confirmed, AuditSubject.Of(administrator),
            details: new { manager = manager.UserName });
        return new LinkOutcome.Linked(link, administrator, known is not null);
    }

    /// <summary>The linked manager takes its own link off.</summary>
    /// <returns>The administrator ID; null where there is no such link.</returns>
    public Task<PortalUser?> UnlinkAsync(Guid managerId, Guid id) =>
        RemoveAsync(db.AdministratorLinks.Where(row => row.Id == id && row.ManagerId == managerId), id);

    /// <summary>The owner of the administrator ID cuts a link; what it had opened is over at once (LINK-5).</summary>
    /// <returns>The administrator ID; null where there is no such link.</returns>
    public Task<PortalUser?> CutAsync(Guid administratorId, Guid id) =>
        RemoveAsync(db.AdministratorLinks.Where(row => row.Id == id && row.AdministratorId == administratorId), id);

    private async Task<PortalUser?> RemoveAsync(IQueryable<AdministratorLink> own, Guid id)
    {
        if (await own.AsNoTracking().SingleOrDefaultAsync() is not { } link)
        {
            audit.Record(AuditKinds.ForeignIdRequested, new AuditSubject(null, id.ToString(), null), "link");
            return null;
        }

        await locks.SignInAsync(link.AdministratorId);
        var administrator = await db.Users.SingleOrDefaultAsync(user => user.Id == link.AdministratorId);
        if (administrator is null || await own.ExecuteDeleteAsync() == 0)
        {
            return null;
        }

        var now = clock.GetUtcNow();
        await db.ActingRows.Where(row => row.LinkId == link.Id && row.EndedAt == null)
            .ExecuteUpdateAsync(set => set.SetProperty(row => row.EndedAt, now));
        var manager = await db.Users.Where(user => user.Id == link.ManagerId).Select(user => user.UserName).SingleOrDefaultAsync();
        audit.Record(LinkEvents.Unlinked, AuditSubject.Of(administrator), details: new { manager });
        return administrator;
    }
}
