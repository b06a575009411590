using Portal.Web.Audit;
using Portal.Web.Features.Admin.Shared;

namespace Portal.Web.Features.Admin.Outbox;

public static class AdminOutboxServices
{
    public static IServiceCollection AddAdminOutbox(this IServiceCollection services) => services
        .AddSingleton<EventContribution, OutboxLookEvents>()
        .AddScoped<OutboxList>()
        .AddScoped<OutboxWords>()
        .AddScoped<OutboxColumns>()
        .AddScoped<SetAsideList>()
        .AddScoped<SetAsideColumns>()
        .AddScoped<IStaffFigures, OutboxFigures>()
        .AddScoped<IStaffPart, MailsPart>()
        .AddScoped<IStaffSection, OutboxSection>();
}
