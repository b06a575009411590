using Portal.Web.Audit;

namespace Portal.Web.Domain.Accounts.Recovery;

public static class AccountRecoveryServices
{
    /// <summary>Ways back in that use mailed links.</summary>
    public static IServiceCollection AddAccountRecovery(this IServiceCollection services) => services
        .AddSingleton<EventContribution, RecoveryEvents>()
        .AddScoped<RecoveryInbox>()
        .AddScoped<RecoveryLedger>()
        .AddScoped<RecoveryService>()
        .AddScoped<ResetService>()
        .AddScoped<MailedPasswords>()
        .AddScoped<DisownService>();
}
