using Microsoft.EntityFrameworkCore;
using Portal.Web.Data;
using Portal.Web.Data.Entities;
using Portal.Web.Tenancy;

namespace Portal.Web.Features.Admin.AuditTrail.Verification;

/// <summary>How far a site's log is sealed.</summary>
/// <param name="Last">Null where nothing is yet.</param>
public sealed record ChainState(PortalTenant Tenant, AuditSeal? Last)
{
    public long Events => Last is null ? 0 : Last.FirstPlace + Last.Count - 1;
}

/// <summary>The newest seals of the sites within reach, in one query.</summary>
public sealed class ChainStates(StaffReach reach, PortalDbContext db)
{
    public async Task<IReadOnlyList<ChainState>> ReadAsync(IReadOnlyList<PortalTenant> tenants)
    {
        var seals = reach.Within(db.AuditSeals, tenants);
        var found = await reach.Rows(tenants).AsNoTracking()
            .Select(tenant => new
            {
                tenant.Id,
                Last = seals.Where(seal => seal.TenantId == tenant.Id).OrderByDescending(seal => seal.Number).FirstOrDefault(),
            })
            .ToListAsync();
        return [.. tenants.Select(tenant => new ChainState(tenant, found.FirstOrDefault(row => row.Id == tenant.Id)?.Last))];
    }
}
