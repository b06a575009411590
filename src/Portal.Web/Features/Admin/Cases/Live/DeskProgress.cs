using Microsoft.EntityFrameworkCore;
using Portal.Web.Data;

namespace Portal.Web.Features.Admin.Cases.Live;

/// <summary>How far the conversation has come, for somebody who has the case open at the desk.</summary>
public sealed class DeskProgress(StaffReach reach, PortalDbContext db)
{
    /// <returns>How many entries there are; null where the case is out of reach by now.</returns>
    public async Task<int?> OfAsync(Guid tenantId, Guid caseId) =>
        (await reach.TenantsAsync()).FirstOrDefault(each => each.Id == tenantId) is { } tenant
            ? await reach.InsideAsync(tenant,
                () => db.Cases.Where(row => row.Id == caseId).Select(row => (int?)row.EntryCount).SingleOrDefaultAsync())
            : null;
}
