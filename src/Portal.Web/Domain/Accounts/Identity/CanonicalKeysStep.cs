using Microsoft.EntityFrameworkCore;
using Portal.Web.Data;
using Portal.Web.Data.Starting;
using Portal.Web.Tenancy;

namespace Portal.Web.Domain.Accounts.Identity;

/// <summary>
/// Renews the keys of each tenant that has them in an older form, before the first request. A batch is a transaction; a
/// start that was cut short goes on at the next.
/// </summary>
internal sealed class CanonicalKeysStep(TenantWork work, PortalDbContext db, TenantCatalog tenants) : IStartStep
{
    /// <summary>After the profiles, which name the doors.</summary>
    public int Order => 5;

    public async Task RunAsync(CancellationToken cancellationToken)
    {
        foreach (var id in await db.Tenants.Where(row => row.KeyForm < CanonicalKeys.Form).Select(row => row.Id)
            .ToListAsync(cancellationToken))
        {
            if (await tenants.FindAsync(id, cancellationToken) is { } tenant)
            {
                await RenewAsync(tenant, cancellationToken);
            }

            await db.Tenants.Where(row => row.Id == id)
                .ExecuteUpdateAsync(set => set.SetProperty(row => row.KeyForm, CanonicalKeys.Form), cancellationToken);
        }
    }

    private async Task RenewAsync(PortalTenant tenant, CancellationToken cancellationToken)
    {
        for (Guid? last = Guid.Empty; last is { } after;)
        {
            last = await work.RunAsync(tenant, WorkActor.System("start"),
                services => services.GetRequiredService<CanonicalKeys>().RenewAsync(after, cancellationToken), cancellationToken);
        }
    }
}
