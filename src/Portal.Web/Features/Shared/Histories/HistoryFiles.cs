using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.Extensions.Localization;
using Portal.Web.Audit;
using Portal.Web.Audit.Histories;
using Portal.Web.Data;
using Portal.Web.Domain.Accounts.Sessions;
using Portal.Web.Export;
using Portal.Web.Export.Pdf;
using Portal.Web.Http.Languages;
using Portal.Web.Http.Places;
using Portal.Web.Tenancy;

namespace Portal.Web.Features.Shared.Histories;

/// <summary>
/// A history as a file. That it was taken is recorded before the first row leaves (EX-06): who breaks it off has taken
/// it all the same.
/// </summary>
public sealed class HistoryFiles(
    HistorySource source, HistoryPdf pdf, ExportJobs jobs, AuditLog audit, UnitOfWork work, CurrentTenant tenant, CurrentSession session,
        IDisplayTime time, TimeProvider clock, IStringLocalizer<HistoryText> text)
{
    /// <summary>More rows than this in a workbook are made by a job (HIST-3).</summary>
    public const int MostAtOnce = 10_000;

    /// <param name="by">Who takes it.</param>
    /// <returns>Null with the reason in the model state where there can be no such file.</returns>
    public async Task<ActionResult?> CreateAsync(HistoryPage page, AuditSubject by, ModelStateDictionary state)
    {
        ArgumentNullException.ThrowIfNull(page);
        ArgumentNullException.ThrowIfNull(state);
        if (page.Filter is not { } filter)
        {
            return null;
        }

        var order = new HistoryOrder(tenant.Value, page.Scope, filter, page.Title, time.Zone);
        var table = source.Table(order, rows => RecordAsync(page, by, rows, order.Tenant));
        switch (page.Input.Format)
        {
            case "csv":
                return new CsvDownload(order.FileName(clock.GetUtcNow(), "csv"), table.Headings, table.Rows);
            case "xlsx" when page.Total <= MostAtOnce:
                return new XlsxDownload(order.FileName(clock.GetUtcNow(), "xlsx"), table);
            case "xlsx" when page.MakesLongFiles:
                return await RequestAsync(page, by, order, state);
            case "pdf" when pdf.IsOffered && page.Total <= PdfExport.MostRows:
                return await pdf.DownloadAsync(page, order, table);
            default:
                state.AddModelError("", Refusal(page.Input.Format));
                return null;
        }
    }

    private async Task<ActionResult?> RequestAsync(HistoryPage page, AuditSubject by, HistoryOrder order, ModelStateDictionary state)
    {
        if (await jobs.RequestAsync(session.User, by, source.Request(order, page.Input.Facts, CultureInfo.CurrentUICulture.Name)))
        {
            return new SeeOtherResult(AccountPaths.Exports);
        }

        state.AddModelError("", text["OneAtATime"]);
        return null;
    }

    private string Refusal(string? format) => format switch
    {
        "xlsx" => text["XlsxLimit", MostAtOnce.ToString("N0", CultureInfo.CurrentCulture)],
        "pdf" when pdf.IsOffered => text["PdfLimit", PdfExport.MostRows.ToString("N0", CultureInfo.CurrentCulture)],
        _ => text["FormatUnknown"],
    };

    private Task RecordAsync(HistoryPage page, AuditSubject by, int rows, PortalTenant owner) => work.RunAsync(() =>
    {
        audit.Record(ExportEvents.Exported, by, HistorySource.Word,
            new { filter = page.Input.Facts, rows, format = page.Input.Format }).TenantId = owner.Id;
        return Task.CompletedTask;
    });
}
