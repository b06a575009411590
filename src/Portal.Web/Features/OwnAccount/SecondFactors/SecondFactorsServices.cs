using Portal.Web.Features.OwnAccount.SecondFactors.Codes;

namespace Portal.Web.Features.OwnAccount.SecondFactors;

public static class SecondFactorsServices
{
    public static IServiceCollection AddSecondFactors(this IServiceCollection services) => services
        .AddScoped<SecurityPages>()
        .AddScoped<RecoverySheetSeal>();
}
