using System.Linq.Expressions;
using Portal.Web.Data.Entities;

namespace Portal.Web.Data.Keysets;

/// <summary>
/// The same over several tenants: each gives its own rows from its index, and only those are merged.
/// </summary>
/// <inheritdoc/>
public sealed class KeysetOfTenants<T>(Expression<Func<T, DateTimeOffset>> at, Expression<Func<T, Guid>> id) : Keyset<T>(at, id)
    where T : class, ITenantOwned
{
    /// <param name="tenants">Those whose rows are read.</param>
    /// <param name="rows">Of all tenants that the scope shows.</param>
    /// <returns>Up to <paramref name="size"/> rows in the order of reading, the newest first unless
    /// backwards.</returns>
    public IQueryable<T> Read(IQueryable<Tenant> tenants, IQueryable<T> rows, KeysetStart start, int size)
    {
        ArgumentNullException.ThrowIfNull(tenants);
        ArgumentNullException.ThrowIfNull(start);
        var (at, id, beyond) = (At, Id, Beyond(rows, start.Place, start.Backwards));

        // That a tenant has a name is known. Without a word about it EF makes no lateral join of this: it numbers all
        // rows of all tenants, to take the first ones of each (PERF-3).
        var ofEach = start.Backwards
            ? tenants.SelectMany(tenant => beyond.Where(row => row.TenantId == tenant.Id && tenant.Slug != "").OrderBy(at).ThenBy(id)
                .Take(size))
            : tenants.SelectMany(tenant => beyond.Where(row => row.TenantId == tenant.Id && tenant.Slug != "").OrderByDescending(at)
                .ThenByDescending(id).Take(size));
        return Ordered(ofEach, start.Backwards).Take(size);
    }
}
