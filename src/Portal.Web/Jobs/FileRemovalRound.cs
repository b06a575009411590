using Portal.Web.Files.Stored;

namespace Portal.Web.Jobs;

/// <summary>Removes files that nothing took, that were released, or that never came whole (FI-10).</summary>
public sealed class FileRemovalRound(FileRunner runner) : IRound
{
    public string Name => "file-removals";

    public TimeSpan Interval => TimeSpan.FromMinutes(10);

    public Task<int> RunOnceAsync(CancellationToken cancellationToken) => runner.RemoveAsync(cancellationToken);
}
