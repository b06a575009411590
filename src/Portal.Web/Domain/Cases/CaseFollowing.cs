using Microsoft.EntityFrameworkCore;
using Portal.Rules.Cases;
using Portal.Rules.Standing;
using Portal.Web.Data;
using Portal.Web.Data.Entities;
using Portal.Web.Domain.Accounts.Standing;
using Portal.Web.Tenancy;

namespace Portal.Web.Domain.Cases;

/// <summary>Colleagues who see a case and are mailed at its changes (CASE-7).</summary>
public sealed class CaseFollowing(PortalDbContext db, CaseLocks locks, CaseTimeline timeline, CurrentTenant tenant, TimeProvider clock)
{
    /// <summary>Everybody of the contract.</summary>
    public IQueryable<PortalUser> People(SupportCase row)
    {
        ArgumentNullException.ThrowIfNull(row);
        return db.PeopleOf(row.ContractId);
    }

    /// <summary>Who can be added: may be in, and is neither author nor follower already.</summary>
    public IQueryable<PortalUser> Candidates(SupportCase row) => db.AtWorkOf(row.ContractId)
        .Where(AccountStandings.MayBeTold(tenant.Value.Zone.DayOf(clock.GetUtcNow())))
        .Where(user => user.Id != row.AuthorId
            && !db.CaseFollowers.Any(follower => follower.CaseId == row.Id && follower.UserId == user.Id));

    /// <returns>Unchanged for who cannot be added, or was a moment ago.</returns>
    public async Task<CaseOutcome> FollowAsync(Guid caseId, Guid userId)
    {
        var row = await locks.EnterAsync(caseId);
        if (row.Status == CaseStatus.Closed)
        {
            return new CaseOutcome.Refused(CaseObstacle.IsClosed);
        }

        if (await Candidates(row).SingleOrDefaultAsync(user => user.Id == userId) is not { } added
            || await db.CaseFollowers.CountAsync(follower => follower.CaseId == caseId) >= CaseLimits.Followers)
        {
            return new CaseOutcome.Unchanged();
        }

        db.CaseFollowers.Add(new CaseFollower { CaseId = caseId, UserId = userId, AddedAt = clock.GetUtcNow() });
        timeline.Record(CaseEvents.Followed, row, new { follower = added.UserName, followerId = added.Id });
        return new CaseOutcome.Done(row);
    }

    public async Task<CaseOutcome> UnfollowAsync(Guid caseId, Guid userId)
    {
        var row = await locks.EnterAsync(caseId);
        var follower = await db.CaseFollowers.Include(each => each.User)
            .SingleOrDefaultAsync(each => each.CaseId == caseId && each.UserId == userId);
        if (follower is null)
        {
            return new CaseOutcome.Unchanged();
        }

        db.CaseFollowers.Remove(follower);
        timeline.Record(CaseEvents.Unfollowed, row, new { follower = follower.User?.UserName });
        return new CaseOutcome.Done(row);
    }
}
