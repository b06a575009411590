using Portal.Web.Audit;

namespace Portal.Web.Domain.Accounts.Throttling;

public static class AccountThrottlingServices
{
    /// <summary>How much one network address may fail.</summary>
    public static IServiceCollection AddAccountThrottling(this IServiceCollection services)
    {
        services.AddOptions<AddressThrottleOptions>().BindConfiguration(AddressThrottleOptions.Section)
            .Validate(options => options.IsSound,
                "Portal:AddressThrottle: every number must be positive, RefuseAfter at least SlowAfter; DelaySeconds may be zero.")
            .ValidateOnStart();
        return services
            .AddSingleton<EventContribution, ThrottlingEvents>()
            .AddSingleton<AddressTurns>()
            .AddScoped<AddressCounts>()
            .AddScoped<AddressAccounts>()
            .AddScoped<AddressThrottle>();
    }
}
