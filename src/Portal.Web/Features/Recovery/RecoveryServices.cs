using Portal.Web.Features.Recovery.Links;
using Portal.Web.Features.Recovery.ResetLinks;

namespace Portal.Web.Features.Recovery;

public static class RecoveryServices
{
    public static IServiceCollection AddRecovery(this IServiceCollection services) => services
        .AddScoped<RecoveryThrottle>()
        .AddScoped<ResetSteps>()
        .AddScoped<MailedPasswordPages>()
        .AddSingleton<RecoverySignal>()
        .AddSingleton<RecoveryWorker>()
        .AddHostedService(provider => provider.GetRequiredService<RecoveryWorker>());
}
