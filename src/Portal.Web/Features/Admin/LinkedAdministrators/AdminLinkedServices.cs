using Portal.Web.Features.Admin.Shared;

namespace Portal.Web.Features.Admin.LinkedAdministrators;

public static class AdminLinkedServices
{
    public static IServiceCollection AddAdminLinks(this IServiceCollection services) => services.AddScoped<IStaffPart, LinksPart>();
}
