using Microsoft.EntityFrameworkCore;
using Portal.Web.Data;
using Portal.Web.Data.Entities;
using Portal.Web.Domain.Accounts.Identity;
using Portal.Web.Domain.Cases;
using Portal.Web.Features.Shared.Cases;

namespace Portal.Web.Features.Cases.Show;

/// <summary>Reads what the page of a case shows to a customer, in two statements and one for files (PERF-2).</summary>
public sealed class CaseRecords(PortalDbContext db, CaseFollowing following, CaseReadings readings,
    CaseAttachments attachments)
{
    /// <param name="reply">What is being written, where the page is shown once more.</param>
    public async Task<CaseThread> ReadAsync(CaseTarget target, ReplyForm? reply = null)
    {
        ArgumentNullException.ThrowIfNull(target);
        var row = target.Row;
        var (entries, reading, request) = await LookAsync(target);
        var people = await PeopleAsync(row);
        var candidates = people.Where(each => !each.IsFollower).Select(each => each.User).ToList();
        return new CaseThread(target, entries)
        {
            Followers = [.. PeopleOffer.ByReading(people.Where(each => each.IsFollower).Select(each => each.User)).Select(Person)],
            Candidates = candidates.Count > PeopleOffer.Most ? null
                : [.. PeopleOffer.ByReading(candidates.Where(user => target.Reader.MayAdd(row, user.Id))).Select(Person)],
            Reply = reply ?? new ReplyForm(),
            Files = await attachments.OfAsync(entries),
            Field = await attachments.FieldAsync(reply?.Files),
            IsDismissed = reading.Dismissed == row.Status,
            WorkRequest = request,
        };
    }

    /// <summary>The entries that a page which shows so many lacks; they count as read.</summary>
    public async Task<CaseSaid> AfterAsync(CaseTarget target, int shown)
    {
        ArgumentNullException.ThrowIfNull(target);
        var (row, me) = (target.Row, target.Reader.UserId);
        var entries = await Read(row.Id).OrderBy(entry => entry.Order).Skip(Math.Max(shown, 0)).ToListAsync();
        await readings.LookAsync(row, me, await Readings(row.Id, me).SingleOrDefaultAsync());
        return new CaseSaid(target.Row, entries, await attachments.OfAsync(entries));
    }

    private async Task<(IReadOnlyList<CaseEntry> Entries, CaseReading Reading, int? Request)> LookAsync(CaseTarget target)
    {
        var (row, me) = (target.Row, target.Reader.UserId);

        // Nothing here takes "the first one of each": EF would number the entries of all cases for that (PERF-3).
        var said = await db.Cases.AsNoTracking().Where(each => each.Id == row.Id)
            .GroupJoin(Readings(row.Id, me), each => each.Id, reading => reading.CaseId, (each, mine) => new { each, mine })
            .SelectMany(both => both.mine.DefaultIfEmpty(), (both, reading) => new
            {
                Reading = reading,
                Entries = db.CaseEntries.Where(entry => entry.CaseId == both.each.Id && !entry.IsInternal)
                    .OrderBy(entry => entry.Order).ToList(),
                Request = db.WorkRequests.Where(request => request.CaseId == both.each.Id).Select(request => (int?)request.Number)
                    .FirstOrDefault(),
            }).SingleAsync();
        return (said.Entries, await readings.LookAsync(row, me, said.Reading), said.Request);
    }

    /// <summary>What the customer's side reads of it, from the beginning and from a number on (CASE-4).</summary>
    private IQueryable<CaseEntry> Read(Guid id) => db.CaseEntries.AsNoTracking().Where(entry => entry.CaseId == id && !entry.IsInternal);

    private IQueryable<CaseReading> Readings(Guid id, Guid me) =>
        db.CaseReadings.AsNoTracking().Where(reading => reading.CaseId == id && reading.UserId == me);

    /// <summary>Those who follow, and no more of the others than can be offered.</summary>
    private async Task<List<(PortalUser User, bool IsFollower)>> PeopleAsync(SupportCase row)
    {
        var followers = following.People(row).Where(user => Followers(row).Any(follower => follower.UserId == user.Id));
        var candidates = following.Candidates(row).OrderBy(user => user.Id).Take(PeopleOffer.Most + 1);
        var people = await followers.Concat(candidates).AsNoTracking()
            .Select(user => new { User = user, IsFollower = Followers(row).Any(follower => follower.UserId == user.Id) }).ToListAsync();
        return [.. people.Select(each => (each.User, each.IsFollower))];
    }

    private IQueryable<CaseFollower> Followers(SupportCase row) => db.CaseFollowers.Where(follower => follower.CaseId == row.Id);

    private static CasePerson Person(PortalUser user) => new(user.Id, user.DisplayName);
}
