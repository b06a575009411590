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
        return rows.AcrossTenants(scope.Sight);
    }

    /// <summary>The same, for a query that is compiled and asked of one scope after the other.</summary>
    public static IQueryable<T> AcrossTenants<T>(this IQueryable<T> rows, TenantSight sight)
        where T : class, ITenantOwned
    {
        ArgumentNullException.ThrowIfNull(sight);
        return rows.IgnoreQueryFilters([PortalDbContext.TenantFilter]).Where(row => sight.Tenants.Contains(row.TenantId));
    }
}
