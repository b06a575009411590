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
            var seen = rows.Where(row => new ArticleSight(row.IsPublished,
                row.Openings.Any(each => each.Audience == ArticleAudience.Tenant),
                row.Openings.Any(each => each.Audience == ArticleAudience.Service && each.Service == reader.Service),
                row.Openings.Any(each => each.Audience == ArticleAudience.Contract && each.ContractId == reader.ContractId)).IsSeen)
                .Select(row => row.Slug).ToList();

            seen.Count.ShouldBeInRange(16, 28);
            (await sights.Of(reader).Select(row => row.Slug).ToListAsync()).ShouldBe(seen, ignoreOrder: true, $"{reader}");
        }
    }
}
