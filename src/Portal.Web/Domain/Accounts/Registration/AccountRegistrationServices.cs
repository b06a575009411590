using Portal.Web.Audit;

namespace Portal.Web.Domain.Accounts.Registration;

public static class AccountRegistrationServices
{
    /// <summary>Accounts come and go.</summary>
    public static IServiceCollection AddAccountRegistration(this IServiceCollection services) => services
        .AddSingleton<EventContribution, RegistrationEvents>()
        .AddScoped<AccountFactory>()
        .AddScoped<LoginIdProbes>()
        .AddScoped<RegistrationService>()
        .AddScoped<InvitationService>()
        .AddScoped<UserAddition>()
        .AddScoped<PasswordLinks>()
        .AddScoped<SelfRegistration>()
        .AddScoped<MasterIds>()
        .AddScoped<LoginIdService>()
        .AddScoped<RemovalService>();
}
