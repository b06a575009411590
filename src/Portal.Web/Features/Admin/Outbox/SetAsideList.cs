using Microsoft.EntityFrameworkCore;
using Portal.Web.Data;
using Portal.Web.Data.Entities;
using Portal.Web.Tenancy;

namespace Portal.Web.Features.Admin.Outbox;

/// <summary>Work of the tenants one administers that no worker tries any more, the latest first (OB-04).</summary>
public sealed class SetAsideList(PortalDbContext db, StaffReach reach)
{
    public async Task<ListPage<Setback>> ReadAsync(IReadOnlyList<PortalTenant> tenants, int? page)
    {
        var number = ListPages.Fit(page);
        var found = Within(tenants);
        var total = await found.Take(ListPages.Most).CountAsync();
        return new ListPage<Setback>(await found.OrderByDescending(row => row.LastAt).ThenBy(row => row.RowId).Page(number).AsNoTracking()
            .ToListAsync(), number, total);
    }

    public Task<int> CountAsync(IReadOnlyList<PortalTenant> tenants) => Within(tenants).Take(ListPages.Most).CountAsync();

    /// <summary>A row of a tenant within reach; not tracked.</summary>
    public Task<Setback?> FindAsync(PortalTenant tenant, string work, Guid id) =>
        Within([tenant]).AsNoTracking().SingleOrDefaultAsync(row => row.Kind == work && row.RowId == id);

    private IQueryable<Setback> Within(IReadOnlyList<PortalTenant> tenants) =>
        reach.Within(db.Setbacks, tenants).Where(row => row.NextTryAt == null);
}
