using Portal.Web.Features.Shared.Homes;
using Portal.Web.Mail.Notices;

namespace Portal.Web.Features.LinkedAdministrators;

public static class LinkedServices
{
    public static IServiceCollection AddLinkedAdministrators(this IServiceCollection services) => services
        .AddSingleton<NoticeContribution, LinkNotices>()
        .AddScoped<LinkCodes>()
        .AddScoped<IHomeSection, LinkedHomeSection>();
}
