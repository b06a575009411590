using Microsoft.EntityFrameworkCore;
using Portal.Rules.Cases;
using Portal.Web.Data;
using Portal.Web.Data.Entities;

namespace Portal.Web.Domain.Cases;

/// <summary>How far somebody has read: what is new since, and what was put aside.</summary>
public sealed class CaseReadings(PortalDbContext db, KeyLock turns)
{
    /// <summary>
    /// Somebody opens the case; written once for each change, not for each look. Seen is what the row told: what came
    /// while the page was made is new the next time.
    /// </summary>
    /// <param name="known">How far it was read before; null for never.</param>
    public async Task<CaseReading> LookAsync(SupportCase row, Guid userId, CaseReading? known)
    {
        ArgumentNullException.ThrowIfNull(row);
        var reading = known ?? new CaseReading { CaseId = row.Id, UserId = userId };
        if (reading.SeenAt < row.UpdatedAt)
        {
            if (reading.Dismissed is not null && await IsAskedAnewAsync(reading))
            {
                reading.Dismissed = null;
            }

            reading.SeenAt = row.UpdatedAt;
            await StoreAsync(reading, null);
        }

        return reading;
    }

    /// <summary>The desk said something since, or the case moved: what was put aside is past.</summary>
    private Task<bool> IsAskedAnewAsync(CaseReading reading)
    {
        var (id, seen) = (reading.CaseId, reading.SeenAt);
        return db.CaseEntries.AnyAsync(entry => entry.CaseId == id && !entry.IsInternal && entry.At > seen
            && (entry.To != null || (entry.Side == CaseSide.Agent && entry.Source != null)));
    }

    /// <summary>What is expected in this status is known by now.</summary>
    /// <param name="version">The case as it stood on the page that asks.</param>
    public async Task<CaseOutcome> DismissAsync(SupportCase row, Guid userId, int version)
    {
        ArgumentNullException.ThrowIfNull(row);
        if (row.Version != version)
        {
            return new CaseOutcome.Overtaken();
        }

        await StoreAsync(new CaseReading { CaseId = row.Id, UserId = userId, SeenAt = row.UpdatedAt, Dismissed = row.Status }, row.Status);
        return new CaseOutcome.Done(row);
    }

    /// <summary>Two tabs that open the same case at once both look; neither must fail for it.</summary>
    private async Task StoreAsync(CaseReading reading, CaseStatus? dismissed)
    {
        if (await UpdateAsync(reading, dismissed) > 0)
        {
            return;
        }

        await turns.EnterAsync($"cases/reading/{reading.CaseId:N}/{reading.UserId:N}");
        if (await UpdateAsync(reading, dismissed) == 0)
        {
            db.CaseReadings.Add(reading);
        }
    }

    /// <summary>Never back: another tab may have seen more, or have put something aside.</summary>
    private Task<int> UpdateAsync(CaseReading reading, CaseStatus? dismissed)
    {
        var (seen, isKept) = (reading.SeenAt, reading.Dismissed is not null);
        return db.CaseReadings.Where(row => row.CaseId == reading.CaseId && row.UserId == reading.UserId).ExecuteUpdateAsync(set =>
        {
            set.SetProperty(row => row.SeenAt, row => row.SeenAt > seen ? row.SeenAt : seen);
            if (dismissed is not null)
            {
                set.SetProperty(row => row.Dismissed, dismissed);
            }
            else if (!isKept)
            {
                set.SetProperty(row => row.Dismissed, row => row.SeenAt < seen ? null : row.Dismissed);
            }
        });
    }
}
