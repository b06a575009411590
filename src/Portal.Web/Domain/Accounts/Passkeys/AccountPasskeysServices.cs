using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Options;
using Portal.Web.Audit;
using Portal.Web.Data.Entities;

namespace Portal.Web.Domain.Accounts.Passkeys;

public static class AccountPasskeysServices
{
    /// <summary>
    /// The framework's WebAuthn over the portal's own rows; its options are the tenant's, so its handler lives as long
    /// as a request.
    /// </summary>
    public static IServiceCollection AddAccountPasskeys(this IServiceCollection services) => services
        .AddSingleton<EventContribution, PasskeyEvents>()
        .AddScoped<RelyingParty>()
        .AddScoped<PasskeyUserManager>()
        .AddScoped<PasskeyCeremonies>()
        .AddScoped<IPasskeyHandler<PortalUser>>(provider => new PasskeyHandler<PortalUser>(
            provider.GetRequiredService<PasskeyUserManager>(), Options.Create(provider.GetRequiredService<RelyingParty>().Options())))
        .AddScoped<PasskeyAssertions>()
        .AddScoped<PasskeySecondStep>()
        .AddScoped<PasskeyRegistration>()
        .AddScoped<PasskeyService>();
}
