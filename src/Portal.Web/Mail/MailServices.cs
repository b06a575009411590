using Microsoft.Extensions.Options;
using Portal.Web.Audit;
using Portal.Web.Data;
using Portal.Web.Mail.Bounces;
using Portal.Web.Mail.Caps;
using Portal.Web.Mail.Notices;
using Portal.Web.Mail.Notices.Rows;
using Portal.Web.Mail.Smtp;

namespace Portal.Web.Mail;

public static class MailServices
{
    /// <summary>Everything between a typed mail and the mail server.</summary>
    public static IServiceCollection AddPortalMail(this IServiceCollection services)
    {
        services.AddOptions<MailOptions>().BindConfiguration(MailOptions.Section).ValidateOnStart();
        return services
            .AddSingleton<EventContribution, CapEvents>()
            .AddSingleton<IValidateOptions<MailOptions>, MailOptionsCheck>()
            .AddSingleton(Transport)
            .AddSingleton<BounceTag>()
            .AddScoped<MailQueue>()
            .AddScoped<CapCounts>()
            .AddScoped<MailCaps>()
            .AddScoped<WithheldMails>()
            .AddScoped<IMailAllowance>(provider => provider.GetRequiredService<MailCaps>())
            .AddNotices();
    }

    private static IServiceCollection AddNotices(this IServiceCollection services) => services
        .AddSingleton<NoticeTable>()
        .AddSingleton<NoticeContribution, LockoutNotices>()
        .AddSingleton<NoticeContribution, PasswordNotices>()
        .AddSingleton<NoticeContribution, SecondStepNotices>()
        .AddSingleton<NoticeContribution, EmailNotices>()
        .AddSingleton<NoticeContribution, StandingNotices>()
        .AddScoped<ITransactionHook, AccountNotices>();

    private static IMailTransport Transport(IServiceProvider provider) =>
        provider.GetRequiredService<IOptions<MailOptions>>().Value.Smtp.IsUsed
            ? ActivatorUtilities.CreateInstance<SmtpMailTransport>(provider)
            : ActivatorUtilities.CreateInstance<CaughtMailTransport>(provider);
}
