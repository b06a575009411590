using Portal.Web.Jobs.Imports;

namespace Portal.Web.Jobs;

/// <summary>Looks for files of customers to be checked or taken over (ADMIN-12).</summary>
public sealed class ImportRound(ImportRunner runner) : IRound
{
    public string Name => "import";

    public TimeSpan Interval => TimeSpan.FromSeconds(10);

    public Task<int> RunOnceAsync(CancellationToken cancellationToken) => runner.RunOnceAsync(cancellationToken);
}
