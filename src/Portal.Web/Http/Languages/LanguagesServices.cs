using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Localization;

namespace Portal.Web.Http.Languages;

internal static class LanguagesServices
{
    /// <summary>Language and time as somebody prefers them.</summary>
    public static IServiceCollection AddLanguages(this IServiceCollection services) => services
        .AddLocalization()
        .Replace(ServiceDescriptor.Singleton(typeof(IStringLocalizer<>), typeof(KnownTexts<>)))
        .AddScoped<IDisplayTime, DisplayTime>()
        .AddScoped<IPreferenceStore, ProfilePreferences>();
}
