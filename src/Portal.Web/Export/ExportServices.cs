using Portal.Web.Export.Pdf;

namespace Portal.Web.Export;

public static class ExportServices
{
    public static IServiceCollection AddPortalExport(this IServiceCollection services) => services
        .AddScoped<HistoryExport>().AddScoped<OwnDataFile>().AddScoped<ExportSources>().AddScoped<ExportJobs>().AddScoped<ExportClaims>()
        .AddSingleton<ExportRunner>().AddSingleton<PdfFonts>().AddHostedService(provider => provider.GetRequiredService<PdfFonts>())
        .AddScoped<PdfExport>();
}
