using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.Extensions.Localization;
using Portal.Web.Audit;
using Portal.Web.Audit.Histories;
using Portal.Web.Data;
using Portal.Web.Export;
using Portal.Web.Http;
using Portal.Web.Tenancy;

namespace Portal.Web.Features.Shared;

/// <summary>A history as a file. That it was taken is recorded before the first row leaves (EX-06): who breaks it off has taken it all the same.</summary>
public sealed class HistoryFiles(HistoryExport export, AuditLog audit, UnitOfWork work, CurrentTenant tenant, IDisplayTime time, TimeProvider clock, IStringLocalizer<HistoryText> text)
{
    /// <param name="by">Who takes it.</param>
    /// <returns>Null with the reason in the model state where there can be no such file.</returns>
    public ActionResult? Create(HistoryPage page, AuditSubject by, ModelStateDictionary state)
    {
        ArgumentNullException.ThrowIfNull(page);
        ArgumentNullException.ThrowIfNull(state);
        if (page.Filter is not { } filter)
        {
            return null;
        }

        if (page.Input.Format != "csv")
        {
            state.AddModelError("", text["FormatUnknown"]);
            return null;
        }

        var order = new HistoryOrder(tenant.Value, page.Scope, filter, page.Title, time.Zone);
        var table = export.Table(order, rows => RecordAsync(page, by, rows, order.Tenant));
        return new CsvDownload(order.FileName(clock.GetUtcNow(), "csv"), table.Headings, table.Rows);
    }

    private Task RecordAsync(HistoryPage page, AuditSubject by, int rows, PortalTenant owner) => work.RunAsync(() =>
    {
        audit.Record(AuditKinds.Exported, by, "sign-in-history", new { filter = page.Input.Facts, rows, format = page.Input.Format }).TenantId = owner.Id;
        return Task.CompletedTask;
    });
}
