using Microsoft.AspNetCore.Mvc;
using Portal.Web.Http.Frame;
using Portal.Web.Http.Gates;
using Portal.Web.Http.Input;
using Portal.Web.Http.Shares;

namespace Portal.Web.Http.Hosting;

internal static class HostingServices
{
    /// <summary>The node itself, and MVC with its filters in the order in which they run.</summary>
    public static IServiceCollection AddHosting(this IServiceCollection services)
    {
        services.AddOptions<NodeOptions>().BindConfiguration(NodeOptions.Section)
            .Validate(options => options.AreProxiesUsable, "Portal:KnownProxies: each must be an address or a network.")
            .Validate(options => options.ShutdownNoticeSeconds is >= 0 and <= 60, "Portal:ShutdownNoticeSeconds: 0 to 60.")
            .ValidateOnStart();
        services.AddSingleton<ShutdownNotice>().AddHostedService(provider => provider.GetRequiredService<ShutdownNotice>());
        services.AddHealthChecks().AddCheck<ShutdownNotice>("stop");
        services.AddProblemDetails();
        services.AddControllersWithViews(Mvc).ConfigureApplicationPartManager(NamedControllers.Replace);
        MarkedControllers.Wrap(services);
        return services;
    }

    private static void Mvc(MvcOptions options)
    {
        options.Filters.Add(new AutoValidateAntiforgeryTokenAttribute());
        options.Filters.Add<ForgedRequestFilter>();
        options.Filters.Add<DownloadFilter>();
        options.Filters.Add<InputGuard>();
        options.Filters.Add<TransactionFilter>();
        options.Filters.Add<AccountGoneFilter>();
        options.Filters.Add<DraftFilter>();
        options.Filters.Add<PageContextFilter>();
        options.MaxModelValidationErrors = 100;
        options.SuppressImplicitRequiredAttributeForNonNullableReferenceTypes = true;
    }
}
