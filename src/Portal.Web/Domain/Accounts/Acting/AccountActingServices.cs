using Portal.Web.Audit;

namespace Portal.Web.Domain.Accounts.Acting;

public static class AccountActingServices
{
    /// <summary>Working in somebody else's place: begun, asked anew with every request, ended.</summary>
    public static IServiceCollection AddAccountActing(this IServiceCollection services) => services
        .AddSingleton<EventContribution, ActingEvents>()
        .AddScoped<ActingReader>()
        .AddScoped<ActingService>();
}
