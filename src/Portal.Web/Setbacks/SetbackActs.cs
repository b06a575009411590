using Microsoft.EntityFrameworkCore;
using Portal.Web.Audit;
using Portal.Web.Data;
using Portal.Web.Data.Entities;

namespace Portal.Web.Setbacks;

/// <summary>What the staff does about work of the current tenant that was set aside (OB-04).</summary>
public sealed class SetbackActs(PortalDbContext db, AuditLog audit)
{
    /// <summary>All tries anew, the first at the worker's next look.</summary>
    /// <returns>False where somebody else said so before, or the row is gone.</returns>
    public async Task<bool> RetryAsync(Setback setback)
    {
        ArgumentNullException.ThrowIfNull(setback);
        if (await db.Setbacks.Where(row => row.Kind == setback.Kind && row.RowId == setback.RowId && row.NextTryAt == null)
            .ExecuteDeleteAsync() == 0)
        {
            return false;
        }

        if (setback.Kind == WorkKinds.Export)
        {
            await BeginAnewAsync(setback.RowId);
        }

        audit.Record(SetbackEvents.WorkRetried, SetbackLedger.Subject(setback),
            details: new { work = setback.Kind, reason = setback.Reason });
        return true;
    }

    // A file is not made by looking for it: its own row says that it failed.
    private Task BeginAnewAsync(Guid jobId) => db.ExportJobs.Where(job => job.Id == jobId && job.State == ExportState.Failed)
        .ExecuteUpdateAsync(set => set.SetProperty(job => job.State, ExportState.Waiting).SetProperty(job => job.Tries, 0)
            .SetProperty(job => job.FinishedAt, (DateTimeOffset?)null).SetProperty(job => job.Error, (string?)null));
}
