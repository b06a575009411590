using Portal.Web.Data;
using Portal.Web.Outbox;
using Portal.Web.Tenancy;

namespace Portal.Web.Mail;

public static class MailServices
{
    /// <summary>Everything between a typed mail and the mail server.</summary>
    public static IServiceCollection AddPortalMail(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddTenantLinks(configuration);
        services.AddSingleton<OutboxWaker>().AddSingleton<OutboxBodies>();
        services.AddScoped<OutboxSignal>().AddScoped<ICommitListener>(provider => provider.GetRequiredService<OutboxSignal>());
        services.AddScoped<MailQueue>();
        return services;
    }
}
