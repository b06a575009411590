using Portal.Web.Data.Entities;

namespace Portal.TestKit.World;

/// <summary>Files that are or were made while nobody waits.</summary>
public sealed class StoredExports : OwnedRows<ExportJob>
{
    internal StoredExports(WorldSource source)
        : base(source)
    {
    }

    /// <summary>As if a node had begun them.</summary>
    /// <param name="tries">How often they have been begun.</param>
    /// <param name="until">Until when that node counts as alive.</param>
    public Task SetAllRunningAsync(int tries, DateTimeOffset until) => ChangeAllAsync(set => set
        .SetProperty(job => job.State, ExportState.Running)
        .SetProperty(job => job.Tries, tries)
        .SetProperty(job => job.ClaimedUntil, until));
}
