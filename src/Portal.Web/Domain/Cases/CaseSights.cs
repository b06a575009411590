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
        var cases = db.Cases.Where(row => row.ContractId == reader.ContractId);
        var followed = FollowedBy(reader);
        return ShapeOf(reader) switch
        {
            (CaseVisibility.Everybody or CaseVisibility.Managers, true) => cases,
            (CaseVisibility.Everybody, false) => cases.Where(row => !row.IsConfidential || row.AuthorId == reader.UserId
                || followed.Contains(row.Id)),
            (CaseVisibility.Chosen, _) => cases.Where(row => row.AuthorId == reader.UserId || followed.Contains(row.Id)
                || ((reader.IsManager || !row.IsConfidential)
                    && db.CaseViewers.Any(viewer => viewer.ContractId == reader.ContractId && viewer.UserId == reader.UserId))),
            _ => OwnOf(reader),
        };
    }

    /// <summary>
    /// All of a reader that decides which conditions there are, and not only with what values: queries that are
    /// compiled once are kept by it.
    /// </summary>
    public static (CaseVisibility Visibility, bool IsManager) ShapeOf(CaseReader reader)
    {
        ArgumentNullException.ThrowIfNull(reader);
        return (reader.Visibility, reader.IsManager);
    }

    /// <summary>Those that are one's own, or that one was added to.</summary>
    public IQueryable<SupportCase> OwnOf(CaseReader reader)
    {
        ArgumentNullException.ThrowIfNull(reader);
        var followed = FollowedBy(reader);
        return db.Cases.Where(row => row.ContractId == reader.ContractId && (row.AuthorId == reader.UserId || followed.Contains(row.Id)));
    }

    /// <summary>Those that wait for the customer's side (HOME-2).</summary>
    public IQueryable<SupportCase> WaitingFor(CaseReader reader) =>
        Of(reader).Where(row => row.Status == CaseStatus.AwaitingCustomer || row.Status == CaseStatus.Resolved);

    private IQueryable<Guid> FollowedBy(CaseReader reader) =>
        db.CaseFollowers.Where(follower => follower.UserId == reader.UserId).Select(follower => follower.CaseId);
}
