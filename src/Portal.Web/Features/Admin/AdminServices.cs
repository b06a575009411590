using Microsoft.AspNetCore.Mvc;
using Portal.Web.Audit;
using Portal.Web.Features.Admin.Shared;
using Portal.Web.Features.Shared.Files;

namespace Portal.Web.Features.Admin;

public static class AdminServices
{
    public static IServiceCollection AddAdmin(this IServiceCollection services) => services
        .AddSingleton<EventContribution, StaffEvents>()
        .Configure<MvcOptions>(options => options.Filters.Add<StaffNavigation>())
        .AddScoped<StaffReach>()
        .AddScoped<IFilePlace, StaffFilePlace>()
        .AddScoped<StaffFacts>()
        .AddScoped<AuditSentences>()
        .AddScoped<RecordHistory>()
        .AddScoped<ProfileUploads>()
        .AddScoped<LockoutList>()
        .AddScoped<LockoutLooks>()
        .AddScoped<NewUserRooms>()
        .AddScoped<StaffLists>();
}
