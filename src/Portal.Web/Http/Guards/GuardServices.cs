namespace Portal.Web.Http.Guards;

internal static class GuardServices
{
    /// <summary>Who may see a page, for the page itself and for what leads to it.</summary>
    public static IServiceCollection AddGuards(this IServiceCollection services) => services
        .AddScoped<Offers>();
}
