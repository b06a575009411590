using Portal.Web.Files.Stored;

namespace Portal.Web.Jobs;

/// <summary>Asks the scanner about files that it has not seen (FI-07).</summary>
public sealed class FileCheckRound(FileRunner runner) : IRound
{
    public string Name => "file-checks";

    public TimeSpan Interval => TimeSpan.FromSeconds(30);

    public Task<int> RunOnceAsync(CancellationToken cancellationToken) => runner.CheckAsync(cancellationToken);
}
