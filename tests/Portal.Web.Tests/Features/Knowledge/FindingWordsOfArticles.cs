using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Portal.TestKit.Accounts;
using Portal.TestKit.Web;
using Portal.Web.Data;
using Portal.Web.Data.Entities;
using Portal.Web.Data.Searching;

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
