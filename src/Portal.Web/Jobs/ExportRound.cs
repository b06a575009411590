using Portal.Web.Export;

namespace Portal.Web.Jobs;

/// <summary>Looks for files to be made (HIST-3). A row is taken by one, however many look.</summary>
public sealed class ExportRound(ExportRunner runner) : IRound
{
    public string Name => "export";

    public TimeSpan Interval => TimeSpan.FromSeconds(15);

    /// <summary>A long file must not keep the short ones waiting.</summary>
    public int AtOnce => 2;

    public Task<int> RunOnceAsync(CancellationToken cancellationToken) => runner.RunOnceAsync(cancellationToken);
}
