namespace Portal.Web.Domain.Submissions;

public static class SubmissionsServices
{
    /// <summary>Forms that are sent twice, left behind or refused.</summary>
    public static IServiceCollection AddSubmissions(this IServiceCollection services) => services
        .AddSingleton<RefusalTally>()
        .AddSingleton<RefusalCounts>()
        .AddScoped<RefusalRecorder>()
        .AddScoped<FormUses>()
        .AddScoped<FormAnswers>()
        .AddScoped<FormDrafts>()
        .AddHostedService(provider => provider.GetRequiredService<RefusalCounts>());
}
