using Portal.Web.Features.Admin.Shared;

namespace Portal.Web.Features.Admin.Telephony;

public static class AdminTelephonyServices
{
    public static IServiceCollection AddAdminTelephony(this IServiceCollection services) => services
        .AddScoped<IStaffPart, TelephonyPart>()
        .AddScoped<IStaffPart, ProvisioningPart>();
}
