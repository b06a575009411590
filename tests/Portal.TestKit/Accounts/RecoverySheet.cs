using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Portal.TestKit.Web;
using Portal.Web.Data;
using Portal.Web.Domain.Accounts.Factors;

namespace Portal.TestKit.Accounts;

/// <summary>Recovery codes as their owner has them on paper.</summary>
public static class RecoverySheet
{
    public static Task<IReadOnlyList<string>> MakeAsync(PortalApp app, string tenant, Guid userId) =>
        app.InTenantAsync(tenant, async services =>
        await services.GetRequiredService<RecoveryCodes>()
            .MakeAsync(await services.GetRequiredService<PortalDbContext>().Users.SingleAsync(user => user.Id == userId)));
}
