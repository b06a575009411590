using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Authentication;
using Portal.Web.Audit;
using Portal.Web.Http.Cookies;

namespace Portal.Web.Http.Gates;

internal static class GatesServices
{
    /// <summary>Who may come in, and with which form.</summary>
    public static IServiceCollection AddGates(this IServiceCollection services)
    {
        services.AddAuthentication(SessionAuthenticationHandler.SchemeName)
            .AddScheme<AuthenticationSchemeOptions, SessionAuthenticationHandler>(SessionAuthenticationHandler.SchemeName, null);
        services.AddAuthorization(Policies.Configure);
        services.AddSingleton<IAntiforgeryAdditionalDataProvider, FormProtection>();
        services.AddAntiforgery();
        services.AddSingleton<EventContribution, GateEvents>();
        services.AddOptions<AntiforgeryOptions>().Configure<ICookieNames>((options, names) =>
        {
            options.Cookie = new PortalCookieBuilder(names, FormProtection.Cookie, SameSiteMode.Strict);
            options.SuppressXFrameOptionsHeader = true;
        });
        return services;
    }
}
