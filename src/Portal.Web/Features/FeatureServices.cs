using Portal.Web.Features.Home;
using Portal.Web.Features.Landing;
using Portal.Web.Features.Operators;
using Portal.Web.Features.Passwords;
using Portal.Web.Features.Recovery;
using Portal.Web.Features.Shared;
using Portal.Web.Features.SignIn;

namespace Portal.Web.Features;

public static class FeatureServices
{
    /// <summary>What the features need beyond their controllers, a line each.</summary>
    public static IServiceCollection AddPortalFeatures(this IServiceCollection services) => services
        .AddScoped<PasswordPolicyPresenter>()
        .AddScoped<PortalFinder>()
        .AddSignIn()
        .AddPasswords()
        .AddRecovery()
        .AddOperators()
        .AddHome();

    private static IServiceCollection AddSignIn(this IServiceCollection services) => services
        .AddScoped<SignInPages>().AddScoped<SignInCompletion>();

    private static IServiceCollection AddPasswords(this IServiceCollection services) => services
        .AddScoped<PasswordForm>();

    private static IServiceCollection AddRecovery(this IServiceCollection services) => services
        .AddScoped<RecoveryThrottle>().AddSingleton<RecoverySignal>().AddSingleton<RecoveryWorker>().AddHostedService(provider => provider.GetRequiredService<RecoveryWorker>());

    private static IServiceCollection AddHome(this IServiceCollection services) => services
        .AddScoped<Menu>().AddScoped<HomePages>();
}
