using Microsoft.EntityFrameworkCore;
using Portal.Rules.Knowledge;
using Portal.Web.Data;
using Portal.Web.Data.Entities;
using Portal.Web.Domain.Knowledge;
using Portal.Web.Features.Shared.Knowledge;
using Portal.Web.Lists;
using Portal.Web.Tenancy;

namespace Portal.Web.Features.Admin.Knowledge;

/// <summary>An article as the staff's list shows it.</summary>
public sealed record ArticleRow(PortalTenant Tenant, Article Row, ArticleView State)
{
    public string Title => Row.TitleIn(KnowledgeWords.Language);
}

/// <summary>The articles of the tenants that one looks after (ADMIN-6).</summary>
public sealed class ArticleQueue(PortalDbContext db, StaffReach reach, ArticleSights sights, TimeProvider clock)
{
    public static readonly ListOrders<Article> Orders = new ListOrders<Article>("-changed")
        .By("changed", row => row.ChangedAt)
        .By("views", row => row.ViewCount)
        .By("category", row => row.Category!.NameJa)
        .Then(row => row.TenantId).Then(row => row.Id);

    /// <summary>Those that have knowledge at all.</summary>
    public static IReadOnlyList<PortalTenant> WithKnowledge(IEnumerable<PortalTenant> tenants) =>
        [.. tenants.Where(tenant => tenant.Has(TenantFeatures.Knowledge))];

    /// <summary>One query for all tabs.</summary>
    public async Task<IReadOnlyDictionary<ArticleView, ListCount>> CountAsync(IReadOnlyList<PortalTenant> tenants, string? text)
    {
        var (all, draft) = (In(tenants, ArticleView.All, text), In(tenants, ArticleView.Draft, text));
        var (planned, shown) = (In(tenants, ArticleView.Planned, text), In(tenants, ArticleView.Shown, text));
        var (over, hidden) = (In(tenants, ArticleView.Over, text), In(tenants, ArticleView.Hidden, text));
        var found = await reach.Rows(tenants).OrderBy(tenant => tenant.Id).Take(1).Select(_ => new
        {
            All = all.Take(ListCount.Most + 1).Count(),
            Draft = draft.Take(ListCount.Most + 1).Count(),
            Planned = planned.Take(ListCount.Most + 1).Count(),
            Shown = shown.Take(ListCount.Most + 1).Count(),
            Over = over.Take(ListCount.Most + 1).Count(),
            Hidden = hidden.Take(ListCount.Most + 1).Count(),
        }).FirstOrDefaultAsync();
        return new Dictionary<ArticleView, ListCount>
        {
            [ArticleView.All] = ListCount.Of(found?.All ?? 0),
            [ArticleView.Draft] = ListCount.Of(found?.Draft ?? 0),
            [ArticleView.Planned] = ListCount.Of(found?.Planned ?? 0),
            [ArticleView.Shown] = ListCount.Of(found?.Shown ?? 0),
            [ArticleView.Over] = ListCount.Of(found?.Over ?? 0),
            [ArticleView.Hidden] = ListCount.Of(found?.Hidden ?? 0),
        };
    }

    public async Task<ListPage<ArticleRow>> PageAsync(IReadOnlyList<PortalTenant> tenants, ArticleListQuery query, ListCount count)
    {
        ArgumentNullException.ThrowIfNull(query);
        var number = ListPages.Within(query.Page);
        var found = await Orders.Apply(In(tenants, query.Preset, query.Text), query.Order).AsNoTracking()
            .OnPage(number)
            .Select(row => new { Row = row, row.Category, row.Category!.Base, row.Versions, IsOpen = row.Openings.Any() }).ToListAsync();
        return new ListPage<ArticleRow>([.. found.Select(each =>
        {
            (each.Row.Category, each.Category!.Base) = (each.Category, each.Base);
            foreach (var version in each.Versions.Except(each.Row.Versions).ToList())
            {
                each.Row.Versions.Add(version);
            }

            return new ArticleRow(tenants.First(tenant => tenant.Id == each.Row.TenantId), each.Row, StateOf(each.Row, each.IsOpen));
        })], number, ListPages.UsualSize, count);
    }

    /// <summary>What is opened for nobody will not be seen when its time comes, either.</summary>
    public ArticleView StateOf(Article row, bool isOpen)
    {
        ArgumentNullException.ThrowIfNull(row);
        return !row.IsPublished ? ArticleView.Draft
            : !isOpen ? ArticleView.Hidden
            : new ArticleWindow(row.ShownFrom, row.ShownUntil).At(clock.GetUtcNow()) switch
            {
                ArticleTime.Planned => ArticleView.Planned,
                ArticleTime.Over => ArticleView.Over,
                _ => ArticleView.Shown,
            };
    }

    private IQueryable<Article> In(IReadOnlyList<PortalTenant> tenants, ArticleView view, string? text)
    {
        var rows = reach.Within(db.Articles, tenants);
        rows = view switch
        {
            ArticleView.Draft => rows.Where(row => !row.IsPublished),
            ArticleView.Planned => Opened().Where(sights.In(ArticleTime.Planned)),
            ArticleView.Shown => Opened().Where(sights.In(ArticleTime.Shown)),
            ArticleView.Over => Opened().Where(sights.In(ArticleTime.Over)),
            ArticleView.Hidden => rows.Where(row => row.IsPublished && !row.Openings.Any()),
            _ => rows,
        };
        return SearchText.Words(text).Aggregate(rows, (found, word) =>
            found.Where(row => row.Versions.Any(version => version.TitleKey.Contains(word)) || row.Slug.Contains(word)));

        IQueryable<Article> Opened() => reach.Within(db.Articles, tenants).Where(row => row.IsPublished && row.Openings.Any());
    }
}
