using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;
using Portal.Web.Domain.Accounts.Throttling;
using Portal.Web.Domain.Submissions;
using Portal.Web.Http.Cookies;
using Portal.Web.Http.Frame;
using Portal.Web.Http.Gates;
using Portal.Web.Http.Guards;
using Portal.Web.Http.Input;
using Portal.Web.Http.Languages;
using Portal.Web.Http.Places;
using Portal.Web.Http.Shares;

namespace Portal.Web.Http.Hosting;

public static class HttpServices
{
    /// <summary>No form of ours has nearly as many.</summary>
    internal const int MostFields = 256;
    private const int LongestValue = 64 * 1024;
    private const int LongestKey = 200;

    /// <summary>The pipeline that every page goes through, and MVC inside it.</summary>
    public static IServiceCollection AddPortalHttp(this IServiceCollection services, IConfiguration configuration)
    {
        AddOptions(services, configuration);
        services.AddPortalInterface();
        services.AddSingleton<CookieNames>().AddSingleton<ICookieNames>(provider => provider.GetRequiredService<CookieNames>());
        services.AddScoped<AttemptCookie>().AddScoped<PasskeyCookie>().AddScoped<SessionCookies>().AddScoped<LastPortal>()
            .AddScoped<DeviceCookie>().AddScoped<TrustCookie>().AddScoped<DraftKeeper>();
        services.AddSingleton<SessionPlaces>().AddScoped<Preparation>();
        services.AddScoped<SealedCookie>().AddScoped<LinkCookie>();
        services.AddSingleton<FormOnce>().AddScoped<FormKey>();
        services.AddScoped<IPreferenceStore, ProfilePreferences>();
        services.AddScoped<Offers>();
        services.AddSingleton<KnownPages>().AddSingleton<ReadablePages>().AddSingleton<DownloadShares>();
        services.AddSingleton<ShutdownNotice>().AddHostedService(provider => provider.GetRequiredService<ShutdownNotice>());
        services.AddHostedService(provider => provider.GetRequiredService<RefusalCounts>());
        services.AddHealthChecks().AddCheck<ShutdownNotice>("stop");
        services.AddProblemDetails();
        services.Configure<RequestLocalizationOptions>(LanguageChoice.Configure);
        AddWho(services);
        AddMvc(services);
        return services;
    }

    private static void AddOptions(IServiceCollection services, IConfiguration configuration)
    {
        services.AddSingleton<IValidateOptions<PortalOptions>, PortalOptionsCheck>();
        services.AddOptions<AddressThrottleOptions>()
            .PostConfigure<IOptions<PortalOptions>>((throttle, portal) => throttle.ExemptLoopback |= portal.Value.Demo);
        services.AddOptions<RequestsInFlightOptions>().Bind(configuration.GetSection(RequestsInFlightOptions.Section))
            .Validate(options => options.AreUsable,
                "Portal:RequestsInFlight: PerSession and Patience must be positive, Queue not negative.").ValidateOnStart();
        services.AddOptions<PortalOptions>().Bind(configuration.GetSection(PortalOptions.Section)).ValidateOnStart();
    }

    private static void AddWho(IServiceCollection services)
    {
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
    }

    private static void AddMvc(IServiceCollection services)
    {
        services.AddControllersWithViews(options =>
        {
            options.Filters.Add(new AutoValidateAntiforgeryTokenAttribute());
            options.Filters.Add<ForgedRequestFilter>();
            options.Filters.Add<DownloadFilter>();
            options.Filters.Add<InputGuard>();
            options.Filters.Add<TransactionFilter>();
            options.Filters.Add<DraftFilter>();
            options.Filters.Add<PageContextFilter>();
            options.Conventions.Add(new SiteConvention());
            options.MaxModelValidationErrors = 100;
            options.SuppressImplicitRequiredAttributeForNonNullableReferenceTypes = true;
        });
        services.AddOptions<CookieTempDataProviderOptions>()
            .Configure<ICookieNames>((options, names) => options.Cookie = new PortalCookieBuilder(names, FlashCookies.Cookie,
                SameSiteMode.Lax));
        services.AddSingleton<CookieTempDataProvider>().AddSingleton<ITempDataProvider, FlashCookies>();
        services.AddSingleton<IConfigureOptions<MvcOptions>, BindingTexts>().AddSingleton<FieldShapes>();
        services.TryAddEnumerable(ServiceDescriptor.Singleton<MatcherPolicy, SiteMatcherPolicy>());
        services.Configure<FormOptions>(options =>
        {
            (options.ValueCountLimit, options.ValueLengthLimit, options.KeyLengthLimit) = (MostFields, LongestValue, LongestKey);
            options.MultipartBodyLengthLimit = HttpServer.LargestBody;
        });
    }
}
