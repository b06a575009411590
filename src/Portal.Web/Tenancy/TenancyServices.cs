using Microsoft.Extensions.Options;
using Portal.Web.Tenancy.Profiles;
using Portal.Web.Tenancy.Times;

namespace Portal.Web.Tenancy;

public static class TenancyServices
{
    /// <summary>Whose portal it is, what it is like, and where it is reached.</summary>
    public static IServiceCollection AddPortalTenancy(this IServiceCollection services)
    {
        services.AddOptions<SiteOptions>().BindConfiguration(SiteOptions.Section)
            .Validate(options => options.HasUsableBaseUrl,
                "Portal:BaseUrl must be the https address of the portal's root; http only with Portal:Demo on a loopback host.")
            .Validate(options => options.IsDemoWanted,
                "Portal:Demo is on under a public https address, where anybody could sign in with the listed accounts; "
                + "Portal:DemoOnPublicHost allows it.")
            .ValidateOnStart();
        services.AddOptions<ProfileOptions>().BindConfiguration(ProfileOptions.Section)
            .Validate(options => options.ProfileFolders.All(Directory.Exists), "Portal:ProfileFolders: a folder is not there.")
            .ValidateOnStart();
        services.AddOptions<HolidayOptions>().BindConfiguration(HolidayOptions.Section).ValidateOnStart();
        services.AddHealthChecks().AddCheck<TenantHealth>("tenants");
        return services
            .AddSingleton<IValidateOptions<HolidayOptions>, HolidayOptionsCheck>()
            .AddSingleton<HolidayCalendar>()
            .AddSingleton<TenantLinks>()
            .AddSingleton<TenantCatalog>()
            .AddScoped<CurrentTenant>()
            .AddScoped<TenantEntry>()
            .AddScoped<TenantClock>()
            .AddSingleton<TenantWork>()
            .AddScoped<ProfileFiles>();
    }
}
