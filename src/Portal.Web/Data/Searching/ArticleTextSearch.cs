using Microsoft.EntityFrameworkCore;

namespace Portal.Web.Data.Searching;

/// <summary>
/// In which articles of the current tenant a folded word is, in whatever language: one seam for both databases. What it
/// gives are ids to look up; who sees which of them, and in which language the word is, is asked there.
/// </summary>
public sealed class ArticleTextSearch(PortalDbContext db)
{
    public IQueryable<Guid> In(string word) => db.Database.IsNpgsql()
        ? Found(word, [db.Scope.Current])
        : db.ArticleVersions.Where(row => row.TitleKey.Contains(word) || row.TextKey.Contains(word)).Select(row => row.ArticleId);

    private IQueryable<Guid> Found(string word, Guid[] tenants) =>
        db.Database.SqlQuery<Guid>($"""SELECT found AS "Value" FROM portal_find_articles({word}, {tenants}) AS found""");
}
