using Portal.Web.Audit;
using Portal.Web.Domain.Cases.Filters;

namespace Portal.Web.Domain.Cases;

public static class CasesServices
{
    /// <summary>Inquiries of customers and what becomes of them.</summary>
    public static IServiceCollection AddCases(this IServiceCollection services) => services
        .AddSingleton<EventContribution, CaseEvents>()
        .AddScoped<CaseSights>()
        .AddScoped<CaseLocks>()
        .AddScoped<CaseClocks>()
        .AddScoped<CasePriorities>()
        .AddScoped<CaseTimeline>()
        .AddScoped<CaseOpening>()
        .AddScoped<CaseTalk>()
        .AddScoped<CaseMoves>()
        .AddScoped<CaseClosing>()
        .AddScoped<CaseAssignment>()
        .AddScoped<CaseFollowing>()
        .AddScoped<CaseMarking>()
        .AddScoped<CaseSharing>()
        .AddScoped<CaseReadings>()
        .AddScoped<CaseFinder>()
        .AddScoped<SavedFilters>();
}
