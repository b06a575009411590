using Portal.Web.Audit;

namespace Portal.Web.Domain.Accounts.SignIn;

public static class AccountSignInServices
{
    /// <summary>From the network address to the verdict on a password or a passkey.</summary>
    public static IServiceCollection AddAccountSignIn(this IServiceCollection services) => services
        .AddSingleton<EventContribution, SignInEvents>()
        .AddSingleton<RefusalPace>()
        .AddScoped<KnownBrowsers>()
        .AddScoped<SignInGate>()
        .AddScoped<PasswordEvaluation>()
        .AddScoped<SignInRefusals>()
        .AddScoped<SignInService>()
        .AddScoped<PasskeySignIn>();
}
