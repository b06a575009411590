using Portal.Web.Features.OwnAccount.SecondFactors.Codes;
using Portal.Web.Features.Shared.Homes;

namespace Portal.Web.Features.OwnAccount.SecondFactors;

public static class SecondFactorsServices
{
    public static IServiceCollection AddSecondFactors(this IServiceCollection services) => services
        .AddScoped<IHomeSection, FactorsHomeSection>()
        .AddScoped<SecurityPages>()
        .AddScoped<RecoverySheetSeal>();
}
