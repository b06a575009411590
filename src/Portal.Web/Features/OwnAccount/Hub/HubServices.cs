namespace Portal.Web.Features.OwnAccount.Hub;

public static class HubServices
{
    public static IServiceCollection AddHub(this IServiceCollection services) => services
        .AddScoped<AccountPages>();
}
