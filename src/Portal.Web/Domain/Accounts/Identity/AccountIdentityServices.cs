using Microsoft.AspNetCore.Identity;
using Portal.Web.Audit;
using Portal.Web.Data.Entities;
using Portal.Web.Data.Starting;

namespace Portal.Web.Domain.Accounts.Identity;

public static class AccountIdentityServices
{
    /// <summary>
    /// Accounts in the vocabulary of Identity. Per-tenant policy is data of the tenant, never Identity options.
    /// </summary>
    public static IServiceCollection AddAccountIdentity(this IServiceCollection services)
    {
        services
            .AddSingleton<EventContribution, IdentityEvents>()
            .AddSingleton<ILookupNormalizer, CanonicalNormalizer>()
            .AddScoped<IUserStore<PortalUser>, PortalUserStore>()
            .AddScoped<PortalUserManager>()
            .AddScoped<TypedIds>()
            .AddScoped<TakenAnswers>()
            .AddScoped<CanonicalKeys>()
            .AddScoped<IStartStep, CanonicalKeysStep>();
        services.AddIdentityCore<PortalUser>().AddUserManager<PortalUserManager>();
        return services;
    }
}
