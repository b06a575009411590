using Microsoft.Extensions.Options;
using Portal.Web.Data;
using Portal.Web.Mail.Caps;
using Portal.Web.Mail.Notices;
using Portal.Web.Outbox;
using Portal.Web.Tenancy;

namespace Portal.Web.Mail;

public static class MailServices
{
    /// <summary>Everything between a typed mail and the mail server.</summary>
    public static IServiceCollection AddPortalMail(this IServiceCollection services, IConfiguration configuration)
    {
        ArgumentNullException.ThrowIfNull(configuration);
        services.AddTenantLinks(configuration);
        services.AddOptions<MailOptions>().Bind(configuration.GetSection(MailOptions.Section)).ValidateOnStart();
        services.AddSingleton<IValidateOptions<MailOptions>, MailOptionsCheck>();
        services.AddSingleton(Transport);
        services.AddSingleton<OutboxWaker>().AddSingleton<OutboxBodies>();
        services.AddScoped<OutboxActs>().AddScoped<OutboxSignal>()
            .AddScoped<ICommitListener>(provider => provider.GetRequiredService<OutboxSignal>());
        services.AddScoped<KeyLock>().AddScoped<CapCounts>().AddScoped<MailCaps>().AddScoped<WithheldMails>()
            .AddScoped<IMailAllowance>(provider => provider.GetRequiredService<MailCaps>());
        services.AddScoped<MailQueue>().AddScoped<OutboxRows>().AddScoped<ITransactionHook, AccountNotices>();
        services.AddSingleton<OutboxDispatcher>().AddHostedService(provider => provider.GetRequiredService<OutboxDispatcher>());
        return services;
    }

    private static IMailTransport Transport(IServiceProvider provider) =>
        provider.GetRequiredService<IOptions<MailOptions>>().Value.Smtp.IsUsed
            ? ActivatorUtilities.CreateInstance<SmtpMailTransport>(provider)
            : ActivatorUtilities.CreateInstance<CaughtMailTransport>(provider);
}
