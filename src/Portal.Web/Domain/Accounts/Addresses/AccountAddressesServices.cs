using Portal.Web.Audit;
using Portal.Web.Data;

namespace Portal.Web.Domain.Accounts.Addresses;

public static class AccountAddressesServices
{
    /// <summary>The registered address, and its change.</summary>
    public static IServiceCollection AddAccountAddresses(this IServiceCollection services) => services
        .AddSingleton<EventContribution, AddressEvents>()
        .AddScoped<RegisteredAddress>()
        .AddScoped<IBounceListener, BouncedAddresses>()
        .AddScoped<EmailChangeService>()
        .AddScoped<EmailChangeLinks>();
}
