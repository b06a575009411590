using Portal.Web.Audit;

namespace Portal.Web.Domain.Accounts.LinkedAdministrators;

public static class AccountLinkedAdministratorsServices
{
    /// <summary>Managers who work with several administrator IDs, and the links between them.</summary>
    public static IServiceCollection AddAccountLinkedAdministrators(this IServiceCollection services) => services
        .AddSingleton<EventContribution, LinkEvents>()
        .AddScoped<LinkReading>()
        .AddScoped<Linking>()
        .AddScoped<LinkRefusals>()
        .AddScoped<LinkPassword>()
        .AddScoped<LinkFactor>()
        .AddScoped<Consents>();
}
