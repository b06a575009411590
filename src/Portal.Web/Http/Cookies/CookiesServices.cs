using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.ViewFeatures;

namespace Portal.Web.Http.Cookies;

internal static class CookiesServices
{
    /// <summary>Everything that is kept in a browser.</summary>
    public static IServiceCollection AddCookies(this IServiceCollection services)
    {
        services.AddOptions<CookieTempDataProviderOptions>().Configure<ICookieNames>((options, names) =>
            options.Cookie = new PortalCookieBuilder(names, FlashCookies.Cookie, SameSiteMode.Lax));
        return services
            .AddSingleton<CookieNames>()
            .AddSingleton<ICookieNames>(provider => provider.GetRequiredService<CookieNames>())
            .AddSingleton<CookieTempDataProvider>()
            .AddSingleton<ITempDataProvider, FlashCookies>()
            .AddScoped<AttemptCookie>()
            .AddScoped<PasskeyCookie>()
            .AddScoped<SessionCookies>()
            .AddScoped<LastPortal>()
            .AddScoped<DeviceCookie>()
            .AddScoped<TrustCookie>()
            .AddScoped<OneTimeSecrets>()
            .AddScoped<SealedCookie>()
            .AddScoped<LinkCookie>();
    }
}
