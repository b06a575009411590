using Microsoft.EntityFrameworkCore;
using Portal.Rules.Cases;
using Portal.Web.Data;
using Portal.Web.Domain.Accounts.Sessions;
using Portal.Web.Domain.Cases.Live;
using Portal.Web.Tenancy;

namespace Portal.Web.Features.Admin.Cases.Live;

/// <summary>What a case that stays open at the desk asks and tells.</summary>
public sealed class DeskLive(StaffReach reach, ICaseFeed feed, PortalDbContext db, CurrentSession session)
{
    /// <returns>How many entries there are; null where the case is out of reach by now.</returns>
    public async Task<int?> ProgressAsync(Guid tenantId, Guid caseId) =>
        (await reach.TenantsAsync()).FirstOrDefault(each => each.Id == tenantId) is { } tenant && tenant.Has(TenantFeatures.Cases)
            ? await reach.InsideAsync(tenant,
                () => db.Cases.Where(row => row.Id == caseId).Select(row => (int?)row.EntryCount).SingleOrDefaultAsync())
            : null;

    public Task TellTypingAsync(DeskTarget target, CaseNewsKind kind)
    {
        ArgumentNullException.ThrowIfNull(target);
        var by = new CaseTypist(session.UserId, CaseSide.Agent, session.DisplayName);
        return feed.TellAsync(db, new CaseNews(target.Row.TenantId, target.Row.Id, kind, By: by));
    }
}
