using Portal.Web.Audit;
using Portal.Web.Export.Pdf;
using Portal.Web.Mail.Notices;

namespace Portal.Web.Export;

public static class ExportServices
{
    /// <summary>Files that are made for somebody, at once or by a job.</summary>
    public static IServiceCollection AddPortalExport(this IServiceCollection services)
    {
        services.AddOptions<PdfOptions>().BindConfiguration(PdfOptions.Section);
        return services
            .AddSingleton<EventContribution, ExportEvents>()
            .AddSingleton<NoticeContribution, ExportNotices>()
            .AddScoped<HistoryExport>()
            .AddScoped<OwnDataFile>()
            .AddScoped<ExportSources>()
            .AddScoped<ExportJobs>()
            .AddScoped<ExportClaims>()
            .AddSingleton<ExportRunner>()
            .AddSingleton<PdfFonts>()
            .AddHostedService(provider => provider.GetRequiredService<PdfFonts>())
            .AddScoped<PdfExport>();
    }
}
