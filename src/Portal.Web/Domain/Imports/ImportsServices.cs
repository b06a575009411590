using Portal.Web.Audit;

namespace Portal.Web.Domain.Imports;

public static class ImportsServices
{
    /// <summary>Files taken over whole: contracts and users that move in (ADMIN-12), cases (ADMIN-5).</summary>
    public static IServiceCollection AddImports(this IServiceCollection services) => services
        .AddSingleton<EventContribution, ImportEvents>()
        .AddScoped<ImportFaultWords>()
        .AddScoped<UserImport>()
        .AddScoped<ContractImport>()
        .AddScoped<MovingIn>()
        .AddScoped<MovedInPasswords>()
        .AddScoped<CaseFileCheck>()
        .AddScoped<CaseFileRun>()
        .AddScoped<ImportJobs>()
        .AddScoped<ImportClaims>();
}
