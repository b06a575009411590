using Portal.Rules.Cases;
using Portal.Web.Data;
using Portal.Web.Data.Entities;
using Portal.Web.Domain.Cases;

namespace Portal.Web.Domain.WorkRequests;

/// <summary>
/// Which work requests somebody sees: one's own; those of the contract, as far as its manager shares cases; and once a
/// case came of one, where the case is seen (CASE-6). The two say the same things: what one hides the other must not
/// tell.
/// </summary>
public sealed class WorkRequestSights(PortalDbContext db, CaseSights sights)
{
    /// <summary>What cannot be seen is not among them, and is not counted.</summary>
    public IQueryable<WorkRequest> Of(CaseReader reader)
    {
        ArgumentNullException.ThrowIfNull(reader);
        var cases = sights.Of(reader);
        var requests = db.WorkRequests.Where(row => row.ContractId == reader.ContractId);
        return CaseSights.ShapeOf(reader) switch
        {
            (CaseVisibility.Everybody, _) or (CaseVisibility.Managers, true) => requests.Where(row => row.AuthorId == reader.UserId
                || row.CaseId == null || cases.Any(each => each.Id == row.CaseId)),
            (CaseVisibility.Chosen, _) => requests.Where(row => row.AuthorId == reader.UserId || (row.CaseId == null
                ? db.CaseViewers.Any(viewer => viewer.ContractId == reader.ContractId && viewer.UserId == reader.UserId)
                : cases.Any(each => each.Id == row.CaseId))),
            _ => requests.Where(row => row.AuthorId == reader.UserId || cases.Any(each => each.Id == row.CaseId)),
        };
    }
}
