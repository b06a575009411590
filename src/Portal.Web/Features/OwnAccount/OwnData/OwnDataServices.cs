using Portal.Web.Audit;

namespace Portal.Web.Features.OwnAccount.OwnData;

public static class OwnDataServices
{
    public static IServiceCollection AddOwnData(this IServiceCollection services) => services
        .AddSingleton<EventContribution, OwnDataEvents>();
}
