using Portal.Web.Audit;

namespace Portal.Web.Domain.Approvals;

public static class ApprovalsServices
{
    /// <summary>Acts that wait for a second person.</summary>
    public static IServiceCollection AddApprovals(this IServiceCollection services) => services
        .AddSingleton<EventContribution, ApprovalEvents>()
        .AddScoped<ApprovalAsking>()
        .AddScoped<ApprovalDeciding>()
        .AddScoped<ApprovalExpiry>();
}
