using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Authentication;
using Microsoft.Extensions.Options;
using Portal.Web.Http.Cookies;
using Portal.Web.Http.Hosting;

namespace Portal.Web.Http.Gates;

internal static class GatesServices
{
    /// <summary>Who may come in, and with which form.</summary>
    public static IServiceCollection AddGates(this IServiceCollection services)
    {
        services.AddSingleton<IValidateOptions<PortalOptions>, PortalOptionsCheck>();
        services.AddAuthentication(SessionAuthenticationHandler.SchemeName)
            .AddScheme<AuthenticationSchemeOptions, SessionAuthenticationHandler>(SessionAuthenticationHandler.SchemeName, null);
        services.AddAuthorization(Policies.Configure);
        services.AddSingleton<IAntiforgeryAdditionalDataProvider, FormProtection>();
        services.AddAntiforgery();
        services.AddOptions<AntiforgeryOptions>().Configure<ICookieNames>((options, names) =>
        {
            options.Cookie = new PortalCookieBuilder(names, FormProtection.Cookie, SameSiteMode.Strict);
            options.SuppressXFrameOptionsHeader = true;
        });
        return services;
    }
}
