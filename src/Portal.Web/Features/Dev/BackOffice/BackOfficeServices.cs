namespace Portal.Web.Features.Dev.BackOffice;

public static class BackOfficeServices
{
    public static IServiceCollection AddBackOffice(this IServiceCollection services) => services
        .AddSingleton<BackOfficeStand>()
        .AddSingleton<BackOfficeAnswers>();
}
