using Microsoft.EntityFrameworkCore;
using Portal.Web.Data;
using Portal.Web.Data.Starting;
using Portal.Web.Tenancy;

namespace Portal.Web.Domain.Accounts.Identity;

/// <summary>
/// Renews the keys of each tenant that has them in an older form, before the first request. A batch is a transaction; a
/// start that was cut short goes on at the next.
/// </summary>
internal sealed partial class CanonicalKeysStep(TenantWork work, PortalDbContext db, TenantCatalog tenants,
    ILogger<CanonicalKeysStep> log) : IStartStep
{
    /// <summary>After the profiles, which name the doors.</summary>
    public int Order => 5;

    public async Task RunAsync(CancellationToken cancellationToken)
    {
        foreach (var (id, slug) in (await db.Tenants.Where(row => row.KeyForm < CanonicalKeys.Form)
            .Select(row => new { row.Id, row.Slug }).ToListAsync(cancellationToken)).Select(row => (row.Id, row.Slug)))
        {
            if (await tenants.FindAsync(id, cancellationToken) is not { } tenant)
            {
                // Its profile cannot be read, and its doors are not known: the next start that can read it renews them.
                LogLeft(log, slug);
                continue;
            }

            await RenewAsync(tenant, cancellationToken);
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

    [LoggerMessage(Level = LogLevel.Warning, Message =
        "The keys of tenant {Tenant} are left in their older form: its profile cannot be read")]
    private static partial void LogLeft(ILogger logger, string tenant);
}
