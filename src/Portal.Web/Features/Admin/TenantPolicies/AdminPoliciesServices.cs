using Portal.Web.Domain.Approvals;

namespace Portal.Web.Features.Admin.TenantPolicies;

public static class AdminPoliciesServices
{
    public static IServiceCollection AddAdminPolicies(this IServiceCollection services) => services
        .AddScoped<PolicySayings>()
        .AddScoped<PolicyComparison>()
        .AddScoped<IApprovableAct, WeakerPolicyApproval>()
        .AddScoped<WaysBackIn>()
        .AddScoped<PolicyInput>();
}
