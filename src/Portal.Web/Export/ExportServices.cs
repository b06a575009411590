namespace Portal.Web.Export;

public static class ExportServices
{
    public static IServiceCollection AddPortalExport(this IServiceCollection services) => services
        .AddScoped<HistoryExport>().AddScoped<OwnDataFile>();
}
