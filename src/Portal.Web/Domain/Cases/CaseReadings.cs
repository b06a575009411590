using Microsoft.EntityFrameworkCore;
using Portal.Rules.Cases;
using Portal.Web.Data;
using Portal.Web.Data.Entities;

namespace Portal.Web.Domain.Cases;

/// <summary>How far somebody has read: what is new since, and what was put aside.</summary>
public sealed class CaseReadings(PortalDbContext db, KeyLock turns, TimeProvider clock)
{
    /// <summary>Somebody opens the case; written once for each change, not for each look.</summary>
    /// <param name="known">How far it was read before; null for never.</param>
    public async Task<CaseReading> LookAsync(SupportCase row, Guid userId, CaseReading? known)
    {
        ArgumentNullException.ThrowIfNull(row);
        var reading = known ?? new CaseReading { CaseId = row.Id, UserId = userId };
        if (reading.SeenAt < row.UpdatedAt)
        {
            reading.SeenAt = clock.GetUtcNow();
            await StoreAsync(reading);
        }

        return reading;
    }

    /// <summary>What is expected in this status is known by now.</summary>
    public async Task DismissAsync(SupportCase row, Guid userId)
    {
        ArgumentNullException.ThrowIfNull(row);
        var reading = await FindAsync(row.Id, userId);
        (reading.SeenAt, reading.Dismissed) = (clock.GetUtcNow(), row.Status);
        await StoreAsync(reading);
    }

    private async Task<CaseReading> FindAsync(Guid caseId, Guid userId) =>
        await db.CaseReadings.AsNoTracking().SingleOrDefaultAsync(row => row.CaseId == caseId && row.UserId == userId)
            ?? new CaseReading { CaseId = caseId, UserId = userId };

    /// <summary>Two tabs that open the same case at once both look; neither must fail for it.</summary>
    private async Task StoreAsync(CaseReading reading)
    {
        if (await UpdateAsync(reading) > 0)
        {
            return;
        }

        await turns.EnterAsync($"cases/reading/{reading.CaseId:N}/{reading.UserId:N}");
        if (await UpdateAsync(reading) == 0)
        {
            db.CaseReadings.Add(reading);
        }
    }

    private Task<int> UpdateAsync(CaseReading reading)
    {
        var (seen, dismissed) = (reading.SeenAt, reading.Dismissed);
        return db.CaseReadings.Where(row => row.CaseId == reading.CaseId && row.UserId == reading.UserId)
            .ExecuteUpdateAsync(set => set.SetProperty(row => row.SeenAt, seen).SetProperty(row => row.Dismissed, dismissed));
    }
}
