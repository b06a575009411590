using System.Text.Encodings.Web;
using System.Text.Unicode;
using Microsoft.AspNetCore.Mvc.Razor;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.WebEncoders;
using Portal.Web.Http.Frame;
using Portal.Web.Http.Languages;
using Portal.Web.Http.Places;

namespace Portal.Web.Http.Hosting;

public static class InterfaceServices
{
    /// <summary>All that views, layouts and tag helpers ask for.</summary>
    public static IServiceCollection AddPortalInterface(this IServiceCollection services)
    {
        services.TryAddSingleton(TimeProvider.System);
        services.AddHttpContextAccessor();
        services.AddLocalization();
        services.AddScoped<PageContext>();
        services.AddScoped<IDisplayTime, DisplayTime>();
        services.Configure<RazorViewEngineOptions>(options => options.ViewLocationExpanders.Add(new FeatureViewLocations()));
        // Japanese as itself: numeric character references would triple the weight of a page. Markup characters stay
        // encoded.
        services.Configure<WebEncoderOptions>(options => options.TextEncoderSettings = new TextEncoderSettings(UnicodeRanges.All));
        return services;
    }
}
