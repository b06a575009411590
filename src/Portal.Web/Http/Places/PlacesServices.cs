using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Razor;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Portal.Web.Http.Places;

internal static class PlacesServices
{
    /// <summary>Which address leads to which page of which portal.</summary>
    public static IServiceCollection AddPlaces(this IServiceCollection services)
    {
        services.TryAddEnumerable(ServiceDescriptor.Singleton<MatcherPolicy, SiteMatcherPolicy>());
        return services
            .Configure<MvcOptions>(options =>
            {
                options.Conventions.Add(new SiteConvention());
                options.Conventions.Add(new ActingConvention());
            })
            .Configure<RazorViewEngineOptions>(options => options.ViewLocationExpanders.Add(new FeatureViewLocations()))
            .AddSingleton<KnownPages>()
            .AddSingleton<ReadablePages>();
    }
}
