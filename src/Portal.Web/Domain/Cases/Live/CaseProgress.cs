using Microsoft.EntityFrameworkCore;
using Portal.Web.Data;
using Portal.Web.Domain.Accounts.Sessions;

namespace Portal.Web.Domain.Cases.Live;

/// <summary>How far the conversation has come, for a customer who has the case open.</summary>
public sealed class CaseProgress(CaseSights sights, PortalDbContext db, CurrentSession session)
{
    /// <returns>How many entries this reader sees, so that a number tells nothing of those that it does not see; null
    /// where it does not see the case (CASE-4, CASE-6).</returns>
    public async Task<int?> OfAsync(Guid caseId) => CaseReader.Of(session.User) is { } reader
        ? await sights.Of(reader).Where(row => row.Id == caseId)
            .Select(row => (int?)db.CaseEntries.Count(entry => entry.CaseId == row.Id && !entry.IsInternal)).SingleOrDefaultAsync()
        : null;
}
