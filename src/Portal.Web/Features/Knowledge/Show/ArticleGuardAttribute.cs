using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.EntityFrameworkCore;
using Portal.Rules.Knowledge;
using Portal.Web.Audit;
using Portal.Web.Data;
using Portal.Web.Data.Entities;
using Portal.Web.Domain.Accounts.Sessions;
using Portal.Web.Domain.Knowledge;
using Portal.Web.Features.Shared.Knowledge;
using Portal.Web.Http.Guards;

namespace Portal.Web.Features.Knowledge.Show;

/// <summary>One article and who reads it.</summary>
/// <param name="Row">With versions, category and base; not tracked.</param>
/// <param name="Reading">What is stored of the reader; null for nothing.</param>
/// <param name="Related">Other articles of its category, the most read first.</param>
public sealed record ArticleTarget(Article Row, KnowledgeReader Reader, ArticleReading? Reading, IReadOnlyList<Suggestion> Related)
{
    public string Path => KnowledgePaths.Show(Row.Slug);
}

/// <summary>
/// The article that the address names, where the reader sees it; one that is hidden is answered like one that does not
/// exist, by the same query (AZ-17, EN-12). The action gets an <see cref="ArticleTarget"/>.
/// </summary>
public sealed class ArticleGuardAttribute : GuardAttribute<ArticleGuard>;

public sealed class ArticleGuard(PortalDbContext db, ArticleSights sights, CurrentSession session, AuditLog audit) : Guard
{
    protected override async Task<IActionResult?> RefuseAsync(ActionExecutingContext context)
    {
        var slug = Named(context, "slug");
        if (!ArticleSlug.IsSlug(slug) || await FindAsync(slug) is not { } target)
        {
            audit.Record(AuditKinds.ForeignIdRequested, new AuditSubject(null, slug, null));
            return new NotFoundResult();
        }

        Hand(context, target);
        return null;
    }

    private async Task<ArticleTarget?> FindAsync(string slug)
    {
        var reader = KnowledgeReader.Of(session.User);
        var (me, others) = (reader.UserId, sights.VersionsOf(reader, KnowledgeWords.Language));
        var found = await sights.Of(reader).AsNoTracking().Where(row => row.Slug == slug).Select(row => new
        {
            Row = row,
            row.Category,
            row.Category!.Base,
            Versions = row.Versions.ToList(),

            // With the slug once more, lest EF number all that the reader has ever read (PERF-3).
            Reading = db.ArticleReadings.FirstOrDefault(reading => reading.ArticleId == row.Id && reading.UserId == me && row.Slug == slug),
            Related = others.Where(other => other.Article!.CategoryId == row.CategoryId && other.ArticleId != row.Id)
                .OrderByDescending(other => other.Article!.ViewCount).ThenBy(other => other.ArticleId).Take(ArticleLimits.Related)
                .Select(other => new Suggestion(other.Article!.Slug, other.Title, other.Language, other.Article.FileId)).ToList(),
        }).SingleOrDefaultAsync();
        if (found is null)
        {
            return null;
        }

        found.Category!.Base = found.Base;
        found.Row.Category = found.Category;
        foreach (var version in found.Versions.Except(found.Row.Versions))
        {
            found.Row.Versions.Add(version);
        }

        return new ArticleTarget(found.Row, reader, found.Reading, found.Related);
    }
}
