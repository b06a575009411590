using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore;
using Portal.Rules.Text;
using Portal.Web.Audit;
using Portal.Web.Data;
using Portal.Web.Data.Entities;

namespace Portal.Web.Setbacks;

/// <summary>Which rows of the current tenant's work failed, how often and why.</summary>
public sealed class SetbackLedger(PortalDbContext db, AuditLog audit, TimeProvider clock)
{
    /// <summary>After so many the row is set aside. The pauses between add up to three quarters of an hour.</summary>
    public const int MostTries = 5;

    private const int LongestReason = 1000;
    private const double Growth = 4;

    private static readonly TimeSpan FirstPause = TimeSpan.FromSeconds(30);

    /// <summary>Rows of a kind that nobody touches now: they wait for their next try, or are set aside.</summary>
    public IQueryable<Guid> Resting(string kind)
    {
        var now = clock.GetUtcNow();
        return db.Setbacks.Where(row => row.Kind == kind && (row.NextTryAt == null || row.NextTryAt > now)).Select(row => row.RowId);
    }

    /// <summary>It went well after all.</summary>
    public Task ForgetAsync(string kind, Guid rowId) =>
        db.Setbacks.Where(row => row.Kind == kind && row.RowId == rowId).ExecuteDeleteAsync();

    /// <summary>Counts a failure; the last one sets the row aside.</summary>
    public async Task CountAsync(string kind, Guid rowId, Exception failure)
    {
        ArgumentNullException.ThrowIfNull(failure);
        var setback = await FindOrAddAsync(kind, rowId);
        setback.Tries++;
        if (setback.Tries >= MostTries)
        {
            SetAside(setback, ReasonOf(failure));
            return;
        }

        (setback.LastAt, setback.Reason) = (clock.GetUtcNow(), ReasonOf(failure));
        setback.NextTryAt = setback.LastAt + (FirstPause * Math.Pow(Growth, setback.Tries - 1));
    }

    /// <summary>For work that fails for good at once.</summary>
    public async Task SetAsideAsync(string kind, Guid rowId, string reason, int tries)
    {
        var setback = await FindOrAddAsync(kind, rowId);
        setback.Tries = tries;
        SetAside(setback, reason);
    }

    private void SetAside(Setback setback, string reason)
    {
        (setback.LastAt, setback.NextTryAt, setback.Reason) = (clock.GetUtcNow(), null, Storable(reason));
        audit.Record(SetbackEvents.WorkSetAside, Subject(setback), setback.Reason, new { work = setback.Kind, tries = setback.Tries });
    }

    private async Task<Setback> FindOrAddAsync(string kind, Guid rowId)
    {
        Expression<Func<Setback, bool>> same = row => row.Kind == kind && row.RowId == rowId;
        if (await db.Setbacks.SingleOrDefaultAsync(same) is { } known)
        {
            return known;
        }

        var now = clock.GetUtcNow();
        return db.Setbacks.Add(new Setback { Kind = kind, RowId = rowId, FirstAt = now, LastAt = now, Reason = "" }).Entity;
    }

    /// <summary>What an event says it is about: the row, whose number stands on the page as well.</summary>
    internal static AuditSubject Subject(Setback setback) => new(null, setback.RowId.ToString(), null);

    // The message of a database's exception names columns, never
    // values; those of others are our own and the framework's.
    private static string ReasonOf(Exception failure) =>
        Storable($"{failure.GetType().Name}: {(failure.InnerException ?? failure).Message}");

    private static string Storable(string reason) => ForeignText.Of(reason, LongestReason);
}
