using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Portal.TestKit.Accounts;
using Portal.TestKit.Web;
using Portal.Web.Data;
using Portal.Web.Data.Entities;
using Portal.Web.Data.Searching;
using Portal.Web.Domain.Knowledge;

namespace Portal.Web.Tests.Features.Knowledge;

/// <summary>
/// The index of articles' words and a plain comparison find the same, whatever is asked (KNOW-2, PERF-3).
/// </summary>
public sealed class FindingWordsOfArticles : KnowledgeTest
{
    private static readonly string[] Texts =
        ["請求書の再発行", "VPN 接続が切れる", "100%_完了", "a-b-c の設定", "サーバー1号機", "abcdef 012", "𠮷野家の件", "が゛か", "  空白  が  多い  "];

    [Fact]
    public async Task KNOW_2_IV_03_OfEveryPieceOfEveryText_TheIndexFindsWhatAComparisonFinds()
    {
        for (var i = 0; i < Texts.Length; i++)
        {
            await AddAsync($"article-{i}", Texts[i], Texts[(i + 1) % Texts.Length], i == 3 ? "english words" : null);
        }

        await ShouldFindAsync(150);

        await App.InTenantAsync(Tenant, async services =>
        {
            var db = services.GetRequiredService<PortalDbContext>();
            foreach (var version in await db.ArticleVersions.ToListAsync())
            {
                version.Title = "改題 " + version.Language;
            }

            db.Articles.Remove(await db.Articles.FirstAsync(row => row.Slug == "article-0"));
        });
        await ShouldFindAsync(100);
    }

    [Fact]
    public async Task AZ_17_KNOW_2_AWordThatOnlyHiddenArticlesHave_FindsNothing_InWhateverWayItIsAsked()
    {
        await AddAsync("secret", "非公開の手順", "秘密の合言葉", isOpen: false);
        await AddAsync("draft", "下書きの手順", "秘密の合言葉", with: row => row.IsPublished = false);
        var reader = await SignedInAsync(ReaderId);

        foreach (var page in new[] { $"{List}/search?q=合言葉", "/t/security/search?q=合言葉", $"{List}/suggestions?subject=秘密の合言葉" })
        {
            (await reader.GetAsync(page)).ShouldBeOk().ShouldNotShow("非公開の手順").ShouldNotShow("下書きの手順");
        }
    }

    /// <summary>
    /// Whoever asks for what is nearly everywhere gets the newest at once, and how many there are at least; what is
    /// rare is found wherever it is, and what is hidden nowhere.
    /// </summary>
    [Fact]
    public async Task PERF_3_KNOW_2_AWordOfVeryManyArticles_IsFoundAmongTheFirst_ARareOneAnywhere()
    {
        await AddAsync("rare", "錨泊の手順");
        App.Time.Advance(TimeSpan.FromMinutes(1));
        for (var i = 0; i < 25; i++)
        {
            await AddAsync($"hidden-{i}", "請求の秘密", isOpen: false);
        }

        await AddManyAsync("請求の手順", ArticleFinder.Near + 5);
        var reader = await SignedInAsync(ReaderId);

        foreach (var order in new[] { "-updated", "-views" })
        {
            var first = (await reader.GetAsync($"{List}/search?q=請求&sort={order}")).ShouldBeOk();
            first.ShouldNotShow("請求の秘密").ShouldShow("1,000+");
            Addresses(first).ShouldBe(Enumerable.Range(0, 20).Select(i => PathOf($"many-{ArticleFinder.Near + 4 - i}")), order);
        }

        var second = (await reader.GetAsync($"{List}/search?q=請求&page=2")).ShouldBeOk();
        Addresses(second)[0].ShouldBe(PathOf($"many-{ArticleFinder.Near + 4 - 20}"));
        var last = (await reader.GetAsync($"{List}/search?q=請求&page=51")).ShouldBeOk().ShouldShow("1,005");
        Addresses(last).ShouldBe(Enumerable.Range(0, 5).Select(i => PathOf($"many-{4 - i}")));
        var sorted = (await reader.GetAsync($"{List}/search?q=請求&sort=reading")).ShouldBeOk().ShouldShow("1,005");
        Addresses(sorted).Count.ShouldBe(20);
        foreach (var page in new[] { $"{List}/search?q=錨泊", $"{List}/search?q=錨泊 手順&sort=-views", $"{List}/c/devices?q=錨泊" })
        {
            Addresses((await reader.GetAsync(page)).ShouldBeOk()).ShouldBe([PathOf("rare")], page);
        }

        (await reader.GetAsync("/t/security/search?q=請求")).ShouldBeOk().ShouldShow("1,000+").ShouldNotShow("請求の秘密");
        (await reader.GetAsync("/t/security/search?q=錨泊")).ShouldBeOk().ShouldShow("錨泊の手順");
    }

    /// <summary>Articles of one title, each newer and more read than the one before.</summary>
    private async Task AddManyAsync(string title, int count)
    {
        var first = await AddAsync("many-0", title);
        await App.InTenantAsync(Tenant, async services =>
        {
            var db = services.GetRequiredService<PortalDbContext>();
            var kept = await db.Articles.Include(row => row.Versions).Include(row => row.Openings).SingleAsync(row => row.Id == first);
            for (var i = 1; i < count; i++)
            {
                var copy = Copy(db, kept);
                (copy.Id, copy.Slug) = (Guid.CreateVersion7(), $"many-{i}");
                (copy.UpdatedAt, copy.ViewCount) = (kept.UpdatedAt.AddSeconds(i), i);
                copy.Versions.Add(Copy(db, kept.Versions.Single()));
                copy.Openings.Add(Copy(db, kept.Openings.Single()));
                copy.Versions.Single().ArticleId = copy.Id;
                (copy.Openings.Single().Id, copy.Openings.Single().ArticleId) = (Guid.CreateVersion7(), copy.Id);
                db.Articles.Add(copy);
            }
        });
    }

    private static T Copy<T>(PortalDbContext db, T row)
        where T : class => (T)db.Entry(row).CurrentValues.ToObject();

    private static List<string> Addresses(PortalPage page) =>
        [.. page.Document.QuerySelectorAll(".p-results__title a").Select(link => link.GetAttribute("href") ?? "")];

    private Task ShouldFindAsync(int least) => App.InTenantAsync(Tenant, async services =>
    {
        var (db, search) = (services.GetRequiredService<PortalDbContext>(), services.GetRequiredService<ArticleTextSearch>());
        var versions = await db.ArticleVersions.AsNoTracking().ToListAsync();
        var words = versions.SelectMany(row => Pieces(row.TitleKey).Concat(Pieces(row.TextKey)))
            .Concat(["%", "_", "100_", "%%%", "請書", "zz", "\\"]).Distinct().ToList();
        words.Count.ShouldBeGreaterThan(least);
        foreach (var word in words)
        {
            var expected = versions.Where(row => Holds(row, word)).Select(row => row.ArticleId).Distinct().Order();
            (await search.In(word).ToListAsync()).Order().SequenceEqual(expected).ShouldBeTrue(word);
        }
    });

    private static bool Holds(ArticleVersion row, string word) =>
        row.TitleKey.Contains(word, StringComparison.Ordinal) || row.TextKey.Contains(word, StringComparison.Ordinal);

    private static IEnumerable<string> Pieces(string text) =>
        from start in Enumerable.Range(0, text.Length)
        from length in Enumerable.Range(1, Math.Min(5, text.Length - start))
        let piece = text.Substring(start, length)
        where !char.IsLowSurrogate(piece[0]) && !char.IsHighSurrogate(piece[^1]) && piece.Trim().Length > 0
        select piece;
}
