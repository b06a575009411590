using Portal.Web.Features.Admin.Shared;

namespace Portal.Web.Features.Admin.Memberships;

public static class AdminMembershipsServices
{
    public static IServiceCollection AddAdminMemberships(this IServiceCollection services) => services
        .AddScoped<IStaffPart, MembershipsPart>();
}
