using Microsoft.EntityFrameworkCore;
using Portal.Web.Data;
using Portal.Web.Data.Entities;
using Portal.Web.Lists;
using Portal.Web.Tenancy;

namespace Portal.Web.Features.Admin.Outbox;

/// <summary>Work that no worker tries any more, and whose it is.</summary>
public sealed record SetAsideRow(PortalTenant Tenant, Setback Work);

/// <summary>Work of the tenants one administers that no worker tries any more, the latest first (OB-04).</summary>
public sealed class SetAsideList(PortalDbContext db, StaffReach reach)
{
    public async Task<ListPage<SetAsideRow>> ReadAsync(IReadOnlyList<PortalTenant> tenants, int? page)
    {
        var found = Within(tenants);
        return (await found.PageAsync(Ordered(found), page)).Select(row => Row(row, tenants));
    }

    /// <summary>All that would be paged through, for a file.</summary>
    public IAsyncEnumerable<SetAsideRow> ReadAllAsync(IReadOnlyList<PortalTenant> tenants) =>
        Ordered(Within(tenants)).AsAsyncEnumerable().Select(row => Row(row, tenants));

    public Task<ListCount> CountAsync(IReadOnlyList<PortalTenant> tenants) => Within(tenants).CountToMostAsync();

    /// <summary>One of each, for who counts them together with other things.</summary>
    public static IQueryable<Guid> Ids(PortalDbContext db, StaffSites sites)
    {
        ArgumentNullException.ThrowIfNull(db);
        return SetAside(StaffReach.Within(db.Setbacks, sites)).Select(row => row.RowId);
    }

    /// <summary>A row of a tenant within reach; not tracked.</summary>
    public Task<Setback?> FindAsync(PortalTenant tenant, string work, Guid id) =>
        Within([tenant]).AsNoTracking().SingleOrDefaultAsync(row => row.Kind == work && row.RowId == id);

    private static SetAsideRow Row(Setback row, IReadOnlyList<PortalTenant> tenants) =>
        new(tenants.First(tenant => tenant.Id == row.TenantId), row);

    private static IQueryable<Setback> Ordered(IQueryable<Setback> rows) =>
        rows.OrderByDescending(row => row.LastAt).ThenBy(row => row.RowId).AsNoTracking();

    private IQueryable<Setback> Within(IReadOnlyList<PortalTenant> tenants) =>
        SetAside(reach.Within(db.Setbacks, tenants));

    private static IQueryable<Setback> SetAside(IQueryable<Setback> rows) => rows.Where(row => row.NextTryAt == null);
}
