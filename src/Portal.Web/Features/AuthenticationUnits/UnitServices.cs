using Portal.Web.Mail.Notices;

namespace Portal.Web.Features.AuthenticationUnits;

public static class UnitServices
{
    public static IServiceCollection AddUnits(this IServiceCollection services) => services
        .AddSingleton<NoticeContribution, UnitNotices>()
        .AddScoped<UnitForm>();
}
