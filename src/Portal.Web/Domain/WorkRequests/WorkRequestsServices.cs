using Portal.Web.Audit;

namespace Portal.Web.Domain.WorkRequests;

public static class WorkRequestsServices
{
    /// <summary>The catalogue of work, what is asked for of it, and what becomes of that.</summary>
    public static IServiceCollection AddWorkRequests(this IServiceCollection services) => services
        .AddSingleton<EventContribution, WorkRequestEvents>()
        .AddScoped<WorkCatalogue>()
        .AddScoped<WorkRequestSights>()
        .AddScoped<WorkRequestLocks>()
        .AddScoped<WorkSubmission>()
        .AddScoped<WorkDecisions>()
        .AddScoped<WorkItemEditing>();
}
