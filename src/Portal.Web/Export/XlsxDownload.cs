using Microsoft.AspNetCore.Mvc;
using Portal.Web.Export.Xlsx;

namespace Portal.Web.Export;

/// <summary>
/// A workbook, made in a file of this machine and then sent: memory does not grow with its rows (PERF-4).
/// </summary>
public sealed class XlsxDownload(string fileName, ExportTable table) : ActionResult
{
    public override Task ExecuteResultAsync(ActionContext context) =>
        new StreamedDownload(fileName, XlsxDocument.ContentType, WriteAsync).ExecuteResultAsync(context);

    private async Task WriteAsync(Stream target, CancellationToken cancelled)
    {
        await using var file = TemporaryFile.Create();
        await XlsxDocument.WriteAsync(file, table, cancellationToken: cancelled);
        file.Position = 0;
        await file.CopyToAsync(target, cancelled);
    }
}
