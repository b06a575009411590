using Microsoft.EntityFrameworkCore;
using Portal.Web.Data.Entities;

namespace Portal.Web.Data;

public static class AcrossTenantsExtensions
{
    /// <summary>
    /// The one place where the tenant filter is lifted: for the
    /// provider's staff, and only to the tenants the scope shows.
    /// </summary>
    public static IQueryable<T> AcrossTenants<T>(this IQueryable<T> rows, TenantScope scope)
        where T : class, ITenantOwned
    {
        ArgumentNullException.ThrowIfNull(scope);
        var visible = scope.Visible.ToArray();
        return rows.IgnoreQueryFilters([PortalDbContext.TenantFilter]).Where(row => visible.Contains(row.TenantId));
    }
}
