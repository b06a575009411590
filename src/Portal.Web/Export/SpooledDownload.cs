using Microsoft.AspNetCore.Mvc;

namespace Portal.Web.Export;

/// <summary>
/// A file that lies on this machine and is sent from there, so that nothing is held for a slow reader (RX-05).
/// </summary>
/// <param name="file">Whoever made it sees to it that it is closed when the answer is over.</param>
public sealed class SpooledDownload(FileStream file, string fileName, string contentType, int rows) : ActionResult
{
    /// <summary>How many rows are in it.</summary>
    public int Rows { get; } = rows;

    public override Task ExecuteResultAsync(ActionContext context) =>
        new StreamedDownload(fileName, contentType, WriteAsync).ExecuteResultAsync(context);

    private Task WriteAsync(Stream target, CancellationToken cancelled)
    {
        file.Position = 0;
        return file.CopyToAsync(target, cancelled);
    }
}
