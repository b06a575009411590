using Microsoft.EntityFrameworkCore;
using Portal.Web.Data;
using Portal.Web.Data.Entities;
using Portal.Web.Domain.Cases;

namespace Portal.Web.Features.Cases.Show;

/// <summary>Reads what the page of a case shows to a customer.</summary>
public sealed class CaseRecords(PortalDbContext db, CaseSights sights, CaseFollowing following, CaseReadings readings)
{
    private const int MostCandidates = 200;

    public async Task<CaseThread> ReadAsync(CaseTarget target)
    {
        ArgumentNullException.ThrowIfNull(target);
        var row = target.Row;
        var reading = await readings.LookAsync(row, target.Reader.UserId);
        return new CaseThread(target, await ConversationAsync(row))
        {
            Followers = await FollowersAsync(row),
            Candidates = await following.Candidates(row).AsNoTracking().OrderBy(user => user.FamilyNameKana + user.GivenNameKana)
                .ThenBy(user => user.Id).Take(MostCandidates).ToListAsync(),
            Before = row.FollowUpOf is { } former ? await LinksAsync(target, each => each.Id == former) : [],
            After = await LinksAsync(target, each => each.FollowUpOf == row.Id),
            IsDismissed = reading.Dismissed == row.Status,
        };
    }

    /// <summary>What the customer's side reads of it: the one place that asks for entries here (CASE-4).</summary>
    private Task<List<CaseEntry>> ConversationAsync(SupportCase row) =>
        db.CaseEntries.AsNoTracking().Where(entry => entry.CaseId == row.Id && !entry.IsInternal).OrderBy(entry => entry.Id).ToListAsync();

    private Task<List<PortalUser>> FollowersAsync(SupportCase row) =>
        db.CaseFollowers.AsNoTracking().Where(follower => follower.CaseId == row.Id).OrderBy(follower => follower.AddedAt)
            .ThenBy(follower => follower.UserId).Select(follower => follower.User!).ToListAsync();

    private Task<List<CaseLink>> LinksAsync(CaseTarget target, System.Linq.Expressions.Expression<Func<SupportCase, bool>> which) =>
        sights.Of(target.Reader).AsNoTracking().Where(which).OrderBy(row => row.Number)
            .Select(row => new CaseLink(row.Number, row.Subject)).ToListAsync();
}
