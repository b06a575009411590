namespace Portal.Web.Features.SecondFactors;

public static class SecondFactorsServices
{
    public static IServiceCollection AddSecondFactors(this IServiceCollection services) => services.AddScoped<SecurityPages>().AddScoped<RecoverySheetSeal>();
}
