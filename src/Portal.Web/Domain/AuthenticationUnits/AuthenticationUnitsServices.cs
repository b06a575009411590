using Portal.Web.Audit;

namespace Portal.Web.Domain.AuthenticationUnits;

public static class AuthenticationUnitsServices
{
    /// <summary>By which numbers a contract signs in, and changing that.</summary>
    public static IServiceCollection AddAuthenticationUnits(this IServiceCollection services) => services
        .AddSingleton<EventContribution, UnitEvents>()
        .AddScoped<UnitReading>()
        .AddScoped<UnitProof>()
        .AddScoped<UnitPasswords>()
        .AddScoped<UnitSwitch>()
        .AddScoped<UnitService>();
}
