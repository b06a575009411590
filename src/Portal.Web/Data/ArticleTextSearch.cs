using Microsoft.EntityFrameworkCore;

namespace Portal.Web.Data;

/// <summary>
/// In which articles of the current tenant a folded word is, in whatever language: one seam for both databases. What it
/// gives are ids to look up; who sees which of them, and in which language the word is, is asked there.
/// </summary>
public sealed class ArticleTextSearch(PortalDbContext db)
{
    public IQueryable<Guid> In(string word) => db.Database.IsNpgsql()
        ? db.Database.SqlQuery<Guid>($"""SELECT found AS "Value" FROM portal_find_articles({word}, {new[] { db.Scope.Current }}) AS found""")
        : db.ArticleVersions.Where(row => row.TitleKey.Contains(word) || row.TextKey.Contains(word)).Select(row => row.ArticleId);
}
