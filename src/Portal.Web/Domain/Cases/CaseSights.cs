using Microsoft.EntityFrameworkCore;
using Portal.Rules.Cases;
using Portal.Web.Data;
using Portal.Web.Data.Entities;

namespace Portal.Web.Domain.Cases;

/// <summary>
/// Which cases somebody sees, as a query: <see cref="CaseSight"/> for the database. Whatever customers read of cases
/// begins here, lists, counts, pages and mails alike (CASE-6); a test holds rule and query to each other.
/// </summary>
public sealed class CaseSights(PortalDbContext db)
{
    /// <summary>What cannot be seen is not among them, and is not counted.</summary>
    public IQueryable<SupportCase> Of(CaseReader reader)
    {
        ArgumentNullException.ThrowIfNull(reader);
        var (me, contract, manages) = (reader.UserId, reader.ContractId, reader.IsManager);
        var cases = db.Cases.Where(row => row.ContractId == contract);
        var followed = FollowedBy(me);
        return (reader.Visibility, manages) switch
        {
            (CaseVisibility.Everybody or CaseVisibility.Managers, true) => cases,
            (CaseVisibility.Everybody, false) => cases.Where(row => !row.IsConfidential || row.AuthorId == me
                || followed.Contains(row.Id)),
            (CaseVisibility.Chosen, _) => cases.Where(row => row.AuthorId == me || followed.Contains(row.Id)
                || ((manages || !row.IsConfidential)
                    && db.CaseViewers.Any(viewer => viewer.ContractId == contract && viewer.UserId == me))),
            _ => OwnOf(reader),
        };
    }

    /// <summary>Those that are one's own, or that one was added to.</summary>
    public IQueryable<SupportCase> OwnOf(CaseReader reader)
    {
        ArgumentNullException.ThrowIfNull(reader);
        var (me, followed) = (reader.UserId, FollowedBy(reader.UserId));
        return db.Cases.Where(row => row.ContractId == reader.ContractId && (row.AuthorId == me || followed.Contains(row.Id)));
    }

    /// <summary>Those that wait for the customer's side (HOME-2).</summary>
    public IQueryable<SupportCase> WaitingFor(CaseReader reader) =>
        Of(reader).Where(row => row.Status == CaseStatus.AwaitingCustomer || row.Status == CaseStatus.Resolved);

    private IQueryable<Guid> FollowedBy(Guid userId) =>
        db.CaseFollowers.Where(follower => follower.UserId == userId).Select(follower => follower.CaseId);
}
