using Portal.Web.Export;

namespace Portal.Web.Files.Stored;

/// <summary>
/// A node that cannot make temporary files would take no upload and hand out no file: it does not start, and says why
/// (FP-10).
/// </summary>
internal sealed class TemporaryFolderCheck : IHostedService
{
    public async Task StartAsync(CancellationToken cancellationToken)
    {
        try
        {
            await using var file = TemporaryFile.Create();
            file.WriteByte(0);
            await file.FlushAsync(cancellationToken);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new InvalidOperationException($"TMPDIR: no temporary files can be written in {Path.GetTempPath()}", e);
        }
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
