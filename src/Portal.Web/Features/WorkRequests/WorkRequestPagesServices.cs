using Portal.Web.Data;
using Portal.Web.Features.Shared.Homes;
using Portal.Web.Features.Shared.Search;
using Portal.Web.Features.WorkRequests.Asking;
using Portal.Web.Features.WorkRequests.Index;
using Portal.Web.Features.WorkRequests.Mails;
using Portal.Web.Features.WorkRequests.Show;

namespace Portal.Web.Features.WorkRequests;

public static class WorkRequestPagesServices
{
    public static IServiceCollection AddWorkRequestPages(this IServiceCollection services) => services
        .AddScoped<WorkRequestTrail>()
        .AddScoped<WorkInput>()
        .AddScoped<WorkRequestList>()
        .AddScoped<WorkRequestPages>()
        .AddScoped<IHomeSection, WorkRequestsHomeSection>()
        .AddScoped<ISearchSection, WorkRequestsSearchSection>()
        .AddScoped<ITransactionHook, WorkRequestMails>();
}
