namespace Portal.Web.Features.Dev.Phone;

public static class PhoneServices
{
    public static IServiceCollection AddPhone(this IServiceCollection services) => services
        .AddSingleton(_ => SimulatedWire.Real())
        .AddSingleton<SimulatedNetwork>()
        .AddSingleton<SimulatedCalls>()
        .AddScoped<SimulatedProvider>()
        .AddScoped<PhoneBook>();
}
