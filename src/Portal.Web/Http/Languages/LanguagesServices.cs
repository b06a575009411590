namespace Portal.Web.Http.Languages;

internal static class LanguagesServices
{
    /// <summary>Language and time as somebody prefers them.</summary>
    public static IServiceCollection AddLanguages(this IServiceCollection services) => services
        .AddLocalization()
        .Configure<RequestLocalizationOptions>(LanguageChoice.Configure)
        .AddScoped<IDisplayTime, DisplayTime>()
        .AddScoped<IPreferenceStore, ProfilePreferences>();
}
