using Microsoft.EntityFrameworkCore;
using Portal.Web.Data;
using Portal.Web.Data.Entities;
using Portal.Web.Tenancy.Times;

namespace Portal.Web.Domain.Knowledge;

/// <summary>Who has read an article, and whom it helped.</summary>
public sealed class ArticleReadings(PortalDbContext db, KeyLock turns, TenantClock clock)
{
    /// <summary>Somebody reads it: counted once a day (KNOW-1).</summary>
    /// <param name="known">What is stored of this reader; null for nothing.</param>
    /// <returns>Whether this time counts.</returns>
    public async Task<bool> ReadAsync(Guid articleId, Guid userId, ArticleReading? known)
    {
        var today = clock.Today;
        if (known?.ReadOn >= today)
        {
            return false;
        }

        // Of two pages opened at once, one finds that the other was faster.
        await turns.EnterAsync(Turn(articleId, userId));
        if (await Of(articleId, userId).AnyAsync(reading => reading.ReadOn >= today))
        {
            return false;
        }

        // What was deleted meanwhile counts nothing; what is counted is not deleted before this ends.
        if (await db.Articles.Where(row => row.Id == articleId)
            .ExecuteUpdateAsync(set => set.SetProperty(row => row.ViewCount, row => row.ViewCount + 1)) == 0)
        {
            return false;
        }

        if (await Of(articleId, userId).ExecuteUpdateAsync(set => set.SetProperty(reading => reading.ReadOn, today)) == 0)
        {
            db.ArticleReadings.Add(new ArticleReading { ArticleId = articleId, UserId = userId, ReadOn = today });
        }

        return true;
    }

    /// <summary>The reader says whether it helped, or thinks better of it; each counts once (KNOW-3).</summary>
    public async Task JudgeAsync(Guid articleId, Guid userId, bool wasHelpful)
    {
        await turns.EnterAsync(Turn(articleId, userId));
        var known = await Of(articleId, userId).AsNoTracking().SingleOrDefaultAsync();
        if (known?.WasHelpful == wasHelpful)
        {
            return;
        }

        var yes = (wasHelpful ? 1 : 0) - (known?.WasHelpful == true ? 1 : 0);
        var no = (wasHelpful ? 0 : 1) - (known?.WasHelpful == false ? 1 : 0);
        if (await db.Articles.Where(row => row.Id == articleId).ExecuteUpdateAsync(set => set
            .SetProperty(row => row.HelpfulCount, row => row.HelpfulCount + yes)
            .SetProperty(row => row.UnhelpfulCount, row => row.UnhelpfulCount + no)) == 0)
        {
            return;
        }

        bool? said = wasHelpful;
        if (known is null)
        {
            db.ArticleReadings.Add(new ArticleReading { ArticleId = articleId, UserId = userId, WasHelpful = said });
        }
        else
        {
            await Of(articleId, userId).ExecuteUpdateAsync(set => set.SetProperty(reading => reading.WasHelpful, said));
        }
    }

    /// <summary>What is stored of this reader.</summary>
    public IQueryable<ArticleReading> Of(Guid articleId, Guid userId) =>
        db.ArticleReadings.Where(reading => reading.ArticleId == articleId && reading.UserId == userId);

    private static string Turn(Guid articleId, Guid userId) => $"knowledge/reading/{articleId:N}/{userId:N}";
}
