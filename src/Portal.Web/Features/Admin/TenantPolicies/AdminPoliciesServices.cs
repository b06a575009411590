namespace Portal.Web.Features.Admin.TenantPolicies;

public static class AdminPoliciesServices
{
    public static IServiceCollection AddAdminPolicies(this IServiceCollection services) => services
        .AddScoped<PolicySayings>()
        .AddScoped<PolicyInput>();
}
