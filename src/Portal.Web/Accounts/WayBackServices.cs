using Portal.Web.Data;

namespace Portal.Web.Accounts;

internal static class WayBackServices
{
    /// <summary>Mailed links, and the ways back in that use them.</summary>
    public static IServiceCollection AddWaysBack(this IServiceCollection services) => services
        .AddScoped<SecurityLinks>().AddScoped<InvitationService>()
        .AddScoped<RecoveryInbox>().AddScoped<RecoveryLedger>().AddScoped<RecoveryService>().AddScoped<ResetService>().AddScoped<LinkedPasswords>().AddScoped<DisownService>()
        .AddScoped<RegisteredAddress>().AddScoped<EmailChangeService>().AddScoped<EmailChangeLinks>()
        .AddScoped<ITransactionHook, LinkEndings>();
}
