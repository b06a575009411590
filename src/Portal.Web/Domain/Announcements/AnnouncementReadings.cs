using Microsoft.EntityFrameworkCore;
using Portal.Web.Data;
using Portal.Web.Data.Entities;
using Portal.Web.Tenancy.Times;

namespace Portal.Web.Domain.Announcements;

/// <summary>Who has read an announcement, and who has closed its banner.</summary>
public sealed class AnnouncementReadings(PortalDbContext db, KeyLock turns, TenantClock clock)
{
    /// <summary>Somebody reads it: counted once a day (NEWS-1).</summary>
    /// <param name="known">What is stored of this reader; null for nothing.</param>
    /// <returns>Whether this time counts.</returns>
    public async Task<bool> ReadAsync(Announcement row, Guid userId, AnnouncementReading? known)
    {
        ArgumentNullException.ThrowIfNull(row);
        var today = clock.Today;
        if (known?.ReadOn >= today)
        {
            return false;
        }

        // Of two pages opened at once, one finds that the other was faster.
        await turns.EnterAsync(Turn(row.Id, userId));
        var mine = Of(row.Id, userId);
        if (await mine.AnyAsync(reading => reading.ReadOn >= today))
        {
            return false;
        }

        // What was deleted meanwhile counts nothing; what is counted is not deleted before this ends.
        if (await db.Announcements.Where(each => each.Id == row.Id)
            .ExecuteUpdateAsync(set => set.SetProperty(each => each.ViewCount, each => each.ViewCount + 1)) == 0)
        {
            return false;
        }

        if (await mine.ExecuteUpdateAsync(set => set.SetProperty(reading => reading.ReadOn, today)) == 0)
        {
            db.AnnouncementReadings.Add(new AnnouncementReading { AnnouncementId = row.Id, UserId = userId, ReadOn = today });
        }

        return true;
    }

    /// <summary>Closes the banner for this reader, for good or until staff show it again (HOME-1).</summary>
    /// <param name="seen">Which edition stood on the page; null where it does not say, for the last one.</param>
    public async Task CloseAsync(Announcement row, Guid userId, int? seen)
    {
        ArgumentNullException.ThrowIfNull(row);

        // A page that was open before staff showed it again closes what stood there, and not what nobody has seen.
        int? edition = Math.Min(seen ?? row.BannerEdition, row.BannerEdition);
        await turns.EnterAsync(Turn(row.Id, userId));
        if (await Of(row.Id, userId).ExecuteUpdateAsync(set => set.SetProperty(reading => reading.ClosedEdition,
            reading => reading.ClosedEdition > edition ? reading.ClosedEdition : edition)) == 0)
        {
            db.AnnouncementReadings.Add(new AnnouncementReading { AnnouncementId = row.Id, UserId = userId, ClosedEdition = edition });
        }
    }

    /// <summary>What is stored of this reader.</summary>
    public IQueryable<AnnouncementReading> Of(Guid id, Guid userId) =>
        db.AnnouncementReadings.Where(reading => reading.AnnouncementId == id && reading.UserId == userId);

    private static string Turn(Guid id, Guid userId) => $"announcements/reading/{id:N}/{userId:N}";
}
