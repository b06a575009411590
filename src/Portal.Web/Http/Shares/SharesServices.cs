namespace Portal.Web.Http.Shares;

internal static class SharesServices
{
    /// <summary>How much of a node one session or one tenant may have at once.</summary>
    public static IServiceCollection AddShares(this IServiceCollection services)
    {
        services.AddOptions<RequestsInFlightOptions>().BindConfiguration(RequestsInFlightOptions.Section)
            .Validate(options => options.AreUsable,
                "Portal:RequestsInFlight: PerSession and Patience must be positive, Queue not negative.").ValidateOnStart();
        services.AddOptions<GuestRefusalsOptions>().BindConfiguration(GuestRefusalsOptions.Section)
            .Validate(options => options.PerMinute > 0, "Portal:GuestRefusals:PerMinute must be positive.").ValidateOnStart();
        return services
            .AddSingleton<SessionPlaces>()
            .AddSingleton<GuestRefusals>()
            .AddSingleton<DownloadShares>()
            .AddSingleton<UploadShares>();
    }
}
