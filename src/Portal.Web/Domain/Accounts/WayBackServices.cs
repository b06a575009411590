using Portal.Web.Data;
using Portal.Web.Domain.Accounts.Addresses;
using Portal.Web.Domain.Accounts.MailedLinks;
using Portal.Web.Domain.Accounts.Recovery;
using Portal.Web.Domain.Accounts.Registration;

namespace Portal.Web.Domain.Accounts;

internal static class WayBackServices
{
    /// <summary>Mailed links, and the ways back in that use them.</summary>
    public static IServiceCollection AddWaysBack(this IServiceCollection services) => services
        .AddScoped<SecurityLinks>().AddScoped<InvitationService>()
        .AddScoped<RecoveryInbox>().AddScoped<RecoveryLedger>().AddScoped<RecoveryService>().AddScoped<ResetService>()
            .AddScoped<MailedPasswords>().AddScoped<DisownService>()
        .AddScoped<RegisteredAddress>().AddScoped<EmailChangeService>().AddScoped<EmailChangeLinks>()
        .AddScoped<ITransactionHook, LinkEndings>();
}
