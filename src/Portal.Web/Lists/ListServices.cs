using Portal.Web.Data;

namespace Portal.Web.Lists;

public static class ListServices
{
    /// <summary>What every list reads its rows with.</summary>
    public static IServiceCollection AddPortalLists(this IServiceCollection services) => services
        .AddScoped<KeysetRows>()
        .AddSingleton<LargeCounts>()
        .AddScoped<ITransactionHook>(services => services.GetRequiredService<LargeCounts>());
}
