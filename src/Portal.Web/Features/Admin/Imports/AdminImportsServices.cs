namespace Portal.Web.Features.Admin.Imports;

public static class AdminImportsServices
{
    public static IServiceCollection AddAdminImports(this IServiceCollection services) => services
        .AddScoped<ImportWords>()
        .AddScoped<FirstPasswordSlips>();
}
