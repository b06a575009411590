using Portal.Web.Audit;
using Portal.Web.Outbox.Following;

namespace Portal.Web.Domain.OptionServices;

public static class OptionServicesServices
{
    /// <summary>What is set for a number beside its line, and its way into the network.</summary>
    public static IServiceCollection AddOptionServices(this IServiceCollection services) => services
        .AddSingleton<EventContribution, OptionEvents>()
        .AddScoped<IOutboxFollower, ProvisioningRecords>()
        .AddScoped<OptionNumbers>()
        .AddScoped<OptionReading>()
        .AddScoped<OptionActs>()
        .AddScoped<ProvisioningQueue>()
        .AddScoped<CallRequests>();
}
