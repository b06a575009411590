using Microsoft.EntityFrameworkCore;
using Portal.Web.Data;
using Portal.Web.Data.Entities;
using Portal.Web.Tenancy;

namespace Portal.Web.Features.Admin.Tenants;

/// <summary>What the staff sees of one site.</summary>
/// <param name="Row">As it is stored.</param>
public sealed record TenantRecord(PortalTenant Tenant, Tenant Row, int Accounts, int Contracts, Uri SignIn);

/// <summary>The sites within reach, with what is in them counted.</summary>
public sealed class TenantRecords(PortalDbContext db, StaffReach reach, TenantLinks links)
{
    public async Task<IReadOnlyList<TenantRecord>> ListAsync() =>
        await ReadAsync([.. (await reach.TenantsAsync()).Where(tenant => !tenant.IsStaffRealm)]);

    public async Task<TenantRecord> ReadAsync(PortalTenant tenant) => (await ReadAsync([tenant]))[0];

    private async Task<IReadOnlyList<TenantRecord>> ReadAsync(IReadOnlyList<PortalTenant> tenants)
    {
        var rows = await reach.Rows(tenants).AsNoTracking().ToDictionaryAsync(row => row.Id);
        var accounts = await reach.Within(db.Users, tenants).GroupBy(row => row.TenantId)
            .Select(group => new { group.Key, Count = group.Count() }).ToDictionaryAsync(group => group.Key, group => group.Count);
        var contracts = await reach.Within(db.Contracts, tenants).GroupBy(row => row.TenantId)
            .Select(group => new { group.Key, Count = group.Count() }).ToDictionaryAsync(group => group.Key, group => group.Count);
        return
        [
            .. tenants.Select(tenant => new TenantRecord(tenant, rows[tenant.Id], accounts.GetValueOrDefault(tenant.Id),
                contracts.GetValueOrDefault(tenant.Id), links.To(tenant, "/login"))),
        ];
    }
}
