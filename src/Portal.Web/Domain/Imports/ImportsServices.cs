using Portal.Web.Audit;

namespace Portal.Web.Domain.Imports;

public static class ImportsServices
{
    /// <summary>Moving in: contracts and users from files, all or nothing (ADMIN-12).</summary>
    public static IServiceCollection AddImports(this IServiceCollection services) => services
        .AddSingleton<EventContribution, ImportEvents>()
        .AddScoped<UserImport>()
        .AddScoped<ContractImport>()
        .AddScoped<MovingIn>()
        .AddScoped<ImportJobs>()
        .AddScoped<ImportClaims>();
}
