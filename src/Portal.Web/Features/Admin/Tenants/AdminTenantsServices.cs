using Portal.Web.Domain.Approvals;

namespace Portal.Web.Features.Admin.Tenants;

public static class AdminTenantsServices
{
    public static IServiceCollection AddAdminTenants(this IServiceCollection services) => services
        .AddScoped<IApprovableAct, SuspensionApproval>()
        .AddScoped<ContactInput>()
        .AddScoped<TenantRecords>()
        .AddScoped<TenantInput>();
}

/// <summary>Names the texts beside it.</summary>
public sealed class SitesText;
