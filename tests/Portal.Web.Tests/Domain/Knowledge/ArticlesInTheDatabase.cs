using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Portal.Rules.Knowledge;
using Portal.TestKit.Accounts;
using Portal.TestKit.Web;
using Portal.Web.Data;
using Portal.Web.Data.Entities;
using Portal.Web.Domain.Knowledge;

namespace Portal.Web.Tests.Domain.Knowledge;

/// <summary>Who sees which article: rule and query say the same, of every reader and every way to open one.</summary>
public sealed class ArticlesInTheDatabase : IAsyncLifetime
{
    private const string Tenant = "security";
    private PortalApp app = null!;

    public async ValueTask InitializeAsync() => app = await PortalApp.CreateAsync();

    public ValueTask DisposeAsync() => app.DisposeAsync();

    [Fact]
    public async Task AZ_17_KNOW_1_OfEveryReaderAndEveryArticle_RuleAndQuerySayTheSame()
    {
        await new Account(Tenant, "one@example.jp.cs") { Contract = "C-900001" }.AddToAsync(app);
        await new Account(Tenant, "two@example.jp.cs") { Contract = "C-900002" }.AddToAsync(app);
        await app.World.Contracts.ChangeAsync(row => row.Number == "C-900002", row => row.Service, "別のサービス");
        await app.InTenantAsync(Tenant, CompareAsync);
    }

    [Fact]
    public async Task AZ_17_ADMIN_6_OfEveryWindow_RuleAndQuerySayTheSame_AndWhenItNextChanges()
    {
        await new Account(Tenant, "one@example.jp.cs") { Contract = "C-900001" }.AddToAsync(app);
        var first = app.Time.GetUtcNow();
        await app.InTenantAsync(Tenant, services => AddWindowsAsync(services.GetRequiredService<PortalDbContext>(), first));
        var next = first;
        for (var (minute, ends) = (0, false); !ends; minute++)
        {
            (next, ends) = await app.InTenantAsync(Tenant, services => CompareWindowsAsync(services, first.AddMinutes(minute), next));
            app.Time.Advance(TimeSpan.FromMinutes(1));
        }

        next.ShouldBe(first.AddMinutes(3), "the last of them ends then");
    }

    /// <summary>From and until: none, and each minute around the first three.</summary>
    private static async Task AddWindowsAsync(PortalDbContext db, DateTimeOffset first)
    {
        var category = new KnowledgeCategory { Id = Guid.CreateVersion7(), Slug = "category", NameJa = "分類", NameEn = "Category" };
        category.BaseId = Guid.CreateVersion7();
        db.KnowledgeBases.Add(new KnowledgeBase { Id = category.BaseId, Slug = "base", NameJa = "基", NameEn = "Base" });
        db.KnowledgeCategories.Add(category);
        DateTimeOffset?[] ends = [null, .. Enumerable.Range(-1, 5).Select(minute => (DateTimeOffset?)first.AddMinutes(minute))];
        var windows = ends.SelectMany(from => ends, (from, until) => new ArticleWindow(from, until)).Where(window => window.IsOrdered);
        foreach (var (number, (from, until)) in windows.Index())
        {
            var row = new Article { Id = Guid.CreateVersion7(), CategoryId = category.Id, Slug = $"article-{number}", IsPublished = true };
            (row.TenantId, row.ShownFrom, row.ShownUntil) = (db.Scope.Current, from, until);
            row.Openings.Add(new ArticleOpening { TenantId = row.TenantId, Id = Guid.CreateVersion7() });
            db.Articles.Add(row);
        }

        await db.SaveChangesAsync();
    }

    /// <returns>When it next changes; the last known where it does not any more.</returns>
    private static async Task<(DateTimeOffset Next, bool Ends)> CompareWindowsAsync(IServiceProvider services, DateTimeOffset now,
        DateTimeOffset last)
    {
        var (db, sights) = (services.GetRequiredService<PortalDbContext>(), services.GetRequiredService<ArticleSights>());
        var reader = new KnowledgeReader(Guid.NewGuid(), null, null);
        var rows = await db.Articles.AsNoTracking().ToListAsync();
        var states = rows.ToLookup(row => new ArticleWindow(row.ShownFrom, row.ShownUntil).At(now), row => row.Slug);
        foreach (var time in Enum.GetValues<ArticleTime>())
        {
            var found = await db.Articles.Where(sights.In(time)).Select(row => row.Slug).ToListAsync();
            found.ShouldBe(states[time], ignoreOrder: true, $"{time}");
        }

        (await sights.Of(reader).Select(row => row.Slug).ToListAsync()).ShouldBe(states[ArticleTime.Shown], ignoreOrder: true);
        var next = await sights.NextChangeAsync(reader, now);
        var expected = rows.SelectMany(row => new[] { row.ShownFrom, row.ShownUntil }).Where(each => each > now).Min();
        next.ShouldBe(expected);
        return next is { } border ? (border, false) : (last, true);
    }

    private static async Task CompareAsync(IServiceProvider services)
    {
        var (db, sights) = (services.GetRequiredService<PortalDbContext>(), services.GetRequiredService<ArticleSights>());
        var contracts = await db.Contracts.OrderBy(row => row.Number).ToListAsync();
        var category = new KnowledgeCategory { Id = Guid.CreateVersion7(), Slug = "category", NameJa = "分類", NameEn = "Category" };
        category.BaseId = Guid.CreateVersion7();
        db.KnowledgeBases.Add(new KnowledgeBase { Id = category.BaseId, Slug = "base", NameJa = "基", NameEn = "Base" });
        db.KnowledgeCategories.Add(category);

        // Every combination of openings: everybody, either service, either contract, each or not.
        ArticleOpening[] ways =
        [
            new() { Audience = ArticleAudience.Tenant },
            .. contracts.Select(contract => new ArticleOpening { Audience = ArticleAudience.Service, Service = contract.Service }),
            .. contracts.Select(contract => new ArticleOpening { Audience = ArticleAudience.Contract, ContractId = contract.Id }),
        ];
        var rows = new List<Article>();
        foreach (var published in new[] { false, true })
        {
            for (var set = 0; set < 1 << ways.Length; set++)
            {
                var row = new Article
                {
                    TenantId = db.Scope.Current,
                    Id = Guid.CreateVersion7(),
                    CategoryId = category.Id,
                    Slug = $"article-{rows.Count:000}",
                    IsPublished = published,
                };
                foreach (var way in ways.Where((_, i) => (set & (1 << i)) != 0))
                {
                    row.Openings.Add(new ArticleOpening
                    {
                        TenantId = db.Scope.Current,
                        Id = Guid.CreateVersion7(),
                        Audience = way.Audience,
                        Service = way.Service,
                        ContractId = way.ContractId,
                    });
                }

                rows.Add(row);
            }
        }

        db.Articles.AddRange(rows);
        await db.SaveChangesAsync();
        KnowledgeReader[] readers =
        [
            .. contracts.Select(contract => new KnowledgeReader(Guid.NewGuid(), contract.Id, contract.Service)),
            new KnowledgeReader(Guid.NewGuid(), null, null),
        ];
        foreach (var reader in readers)
        {
            var seen = rows.Where(row => new ArticleSight(row.IsPublished, ArticleTime.Shown,
                row.Openings.Any(each => each.Audience == ArticleAudience.Tenant),
                row.Openings.Any(each => each.Audience == ArticleAudience.Service && each.Service == reader.Service),
                row.Openings.Any(each => each.Audience == ArticleAudience.Contract && each.ContractId == reader.ContractId)).IsSeen)
                .Select(row => row.Slug).ToList();

            seen.Count.ShouldBeInRange(16, 28);
            (await sights.Of(reader).Select(row => row.Slug).ToListAsync()).ShouldBe(seen, ignoreOrder: true, $"{reader}");
        }
    }
}
