using System.Net;
using Portal.Rules.Knowledge;
using Portal.TestKit.Accounts;
using Portal.TestKit.Web;
using Portal.Web.Data.Entities;

namespace Portal.Web.Tests.Features.Knowledge;

/// <summary>Bases, articles, files and what readers say of them (KNOW-1, KNOW-3, AZ-17).</summary>
public sealed class ReadingArticles : KnowledgeTest
{
    [Fact]
    public async Task KNOW_1_TheHomeShowsTheBases_WithTheirCounts()
    {
        await AddAsync("one", "記事の一");
        await AddAsync("two", "記事の二", category: "reports");
        await AddAsync("hidden", "隠れた記事", isOpen: false);
        var browser = await SignedInAsync(ReaderId);

        var home = (await browser.GetAsync("/t/security/home")).ShouldBeOk();

        home.Texts("#panel-knowledge ~ ul li").ShouldBe(["使い方 2件"]);
        home.ShouldShow("すべての記事（2件）");
        var shelf = (await (await home.ClickAsync("すべての記事（2件）")).ClickAsync("使い方")).ShouldBeOk();
        shelf.ShouldShow("機器 1件").ShouldShow("レポート 1件");
        (await shelf.ClickAsync("機器")).Texts(".p-results__title").ShouldBe(["記事の一"]);
    }

    [Fact]
    public async Task KNOW_1_AnArticle_WithAuthorDatesFilesAndRelated()
    {
        var id = await AddAsync("vpn", "VPNの設定", "**太字**の説明です", "VPN setup");
        await AddAsync("other", "別の記事");
        await AddAsync("elsewhere", "遠い記事", category: "reports");
        await AddAsync("hidden", "隠れた記事", isOpen: false);
        var file = await AttachAsync(id, "一覧.txt", "内容");
        var browser = await SignedInAsync(ReaderId);

        var page = (await browser.GetAsync(PathOf("vpn"))).ShouldBeOk();

        page.Body.ShouldContain("<strong>太字</strong>");
        page.ShouldShow("運用センター").ShouldShow("閲覧数：1").ShouldShow("別の記事").ShouldNotShow("遠い記事").ShouldNotShow("隠れた記事");
        page.Find("h1").TextContent.ShouldBe("VPNの設定");
        var download = (await page.ClickAsync("一覧.txt")).ShouldBeOk();
        download.Body.ShouldBe("内容");
        download.ShouldHaveHeader("X-Content-Type-Options", "nosniff");
        download.Headers["Content-Disposition"].ShouldStartWith("attachment");
        download.Address.AbsolutePath.ShouldBe(PathOf("vpn", $"/files/{file}"));
        (await (await page.ClickAsync("英語で読む")).ShouldBeOk().ClickAsync("日本語で読む")).Find("h1").TextContent.ShouldBe("VPNの設定");
        (await browser.GetAsync(PathOf("vpn", "?culture=en"))).Find("h1").TextContent.ShouldBe("VPN setup");
        (await browser.GetAsync(PathOf("other", "?culture=en"))).ShouldShow("available in Japanese only");
    }

    [Fact]
    public async Task KNOW_1_AnArticleThatIsOneFile_DownloadsFromItsTitle()
    {
        var id = await AddAsync("sheet", "点検シート");
        await AttachAsync(id, "点検.txt", "項目", isArticle: true);
        var browser = await SignedInAsync(ReaderId);

        var file = (await (await browser.GetAsync(List + "/search")).ClickAsync("点検シート")).ShouldBeOk();

        file.Body.ShouldBe("項目");
        (await App.World.Articles.ReadAsync(row => row.ViewCount)).ShouldBe(1, "whoever takes it has read it");
    }

    [Fact]
    public async Task KNOW_1_AReaderCountsOnceADay_AlsoWithManyPagesAtOnce()
    {
        await AddAsync("one", "記事の一");
        var browser = await SignedInAsync(ReaderId);

        await Task.WhenAll(Enumerable.Range(0, 6).Select(_ => Task.Run(() => browser.Now().GetAsync(PathOf("one")))));
        (await App.World.Articles.ReadAsync(row => row.ViewCount)).ShouldBe(1);
        (await (await SignedInAsync(OtherId)).GetAsync(PathOf("one"))).ShouldShow("閲覧数：2");
        App.Time.Advance(TimeSpan.FromDays(1));
        (await (await SignedInAsync(ReaderId)).GetAsync(PathOf("one"))).ShouldShow("閲覧数：3");
        (await App.World.Articles.ReadAsync(row => row.Version)).ShouldBe(1, "reading is no change");
    }

    [Fact]
    public async Task KNOW_3_WasItHelpful_CountsOnceAReader_AndMayBeChanged()
    {
        await AddAsync("one", "記事の一");
        var browser = await SignedInAsync(ReaderId);
        var page = await browser.GetAsync(PathOf("one"));

        page = await (await page.Form("form[action$='/feedback']").SubmitAsync("true")).FollowAsync();
        page.ShouldShow("ご回答ありがとうございます").ShouldShow("「はい」と回答しました");
        await page.Form("form[action$='/feedback']").SubmitAsync("true");
        (await CountsAsync()).ShouldBe((1, 0));
        await page.Form("form[action$='/feedback']").SubmitAsync("false");
        (await CountsAsync()).ShouldBe((0, 1));
        await (await (await SignedInAsync(OtherId)).GetAsync(PathOf("one"))).Form("form[action$='/feedback']").SubmitAsync("true");
        (await CountsAsync()).ShouldBe((1, 1));
    }

    [Theory]
    [InlineData("?lang=en", "?lang=en")]
    [InlineData("", "")]
    public async Task KNOW_3_AnAnswerLeadsBackToTheVersionThatWasRead(string read, string back)
    {
        await AddAsync("vpn", "VPNの設定", "説明", "VPN setup");
        var page = await (await SignedInAsync(ReaderId)).GetAsync(PathOf("vpn", read));

        (await page.Form("form[action$='/feedback']").SubmitAsync("true")).ShouldRedirectTo(PathOf("vpn", back));
        (await page.Form("form[action$='/feedback']").Forge("lang", "xx").SubmitAsync("true")).ShouldRedirectTo(PathOf("vpn"));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("perhaps")]
    public async Task KNOW_3_AnAnswerThatIsNone_CountsNothing(string? said)
    {
        await AddAsync("one", "記事の一");
        var form = (await (await SignedInAsync(ReaderId)).GetAsync(PathOf("one"))).Form("form[action$='/feedback']");

        (await (said is null ? form : form.Forge("helpful", said)).SubmitAsync()).Status.ShouldBe(HttpStatusCode.BadRequest);

        (await CountsAsync()).ShouldBe((0, 0));
    }

    [Fact]
    public async Task AZ_17_AnArticleOfAnotherService_IsFoundNowhere()
    {
        var id = await AddAsync("secret-article", "診断サービスの秘密", "診断の手順", "Secret of the assessment",
            opening: new ArticleOpening { Audience = ArticleAudience.Service, Service = OtherService });
        var file = await AttachAsync(id, "秘密.txt", "秘密の内容", isArticle: true);
        await AddAsync("public", "公開の記事", "診断とは別の手順");
        foreach (var (loginId, seen) in new[] { (ReaderId, false), (OtherId, true) })
        {
            var browser = await SignedInAsync(loginId);
            foreach (var page in new[]
            {
                List, List + "/search", List + "/search?q=診断", List + "/search?q=秘密&lang=ja", List + "/c/devices",
                List + "/search?sort=-views", List + "/suggestions?subject=診断サービスの秘密", PathOf("public"),
            })
            {
                var shown = (await browser.GetAsync(page)).ShouldBeOk();
                shown.Text.Contains("診断サービスの秘密", StringComparison.Ordinal).ShouldBe(seen, page);
                shown.Body.Contains("secret-article", StringComparison.Ordinal).ShouldBe(seen, page);
            }

            var count = seen ? 2 : 1;
            (await browser.GetAsync("/t/security/home")).ShouldShow($"すべての記事（{count}件）").Texts("#panel-knowledge ~ ul li")
                .ShouldBe([$"使い方 {count}件"]);
            (await browser.GetAsync(List + "/b/guides")).ShouldBeOk().ShouldShow($"機器 {count}件");
            (await browser.GetAsync(List + "/search")).ShouldShow($"{count}件の記事があります");
            foreach (var page in new[]
            {
                PathOf("secret-article"), PathOf("secret-article", $"/files/{file}"), PathOf("secret-article", "?lang=en"),
            })
            {
                (await browser.GetAsync(page)).Status.ShouldBe(seen ? HttpStatusCode.OK : HttpStatusCode.NotFound, page);
            }

            (await browser.GetAsync(PathOf("public", $"/files/{file}"))).ShouldBeNotFound();
        }

        (await App.World.Audit.CountAsync("foreign-id-requested")).ShouldBe(3, "one reader asked for three addresses of it");
    }

    [Fact]
    public async Task AZ_17_ABaseOfWhichOneSeesNothing_IsNotThere()
    {
        await AddAsync("secret-article", "秘密", category: "reports",
            opening: new ArticleOpening { Audience = ArticleAudience.Service, Service = OtherService });
        var browser = await SignedInAsync(ReaderId);

        (await browser.GetAsync(List)).ShouldBeOk().ShouldNotShow("使い方");
        (await browser.GetAsync(List + "/b/guides")).ShouldBeNotFound();
        (await browser.GetAsync(List + "/c/reports")).ShouldBeNotFound();
        (await browser.GetAsync(List + "/b/none")).ShouldBeNotFound();
    }

    [Fact]
    public async Task KNOW_1_DraftsAndArticlesOpenedForNobody_AreHidden()
    {
        await AddAsync("draft", "下書き", with: row => row.IsPublished = false);
        await AddAsync("closed", "未公開", isOpen: false);
        var browser = await SignedInAsync(ReaderId);

        (await browser.GetAsync(PathOf("draft"))).ShouldBeNotFound();
        (await browser.GetAsync(PathOf("closed"))).ShouldBeNotFound();
        (await browser.GetAsync(List)).ShouldBeOk().ShouldShow("記事はまだありません");
    }

    [Fact]
    public async Task KNOW_1_ATenantWithoutTheFeature_HasNoPages()
    {
        await AddAsync("one", "記事の一");
        await App.ChangeProfileAsync(Tenant,
            profile => profile with { Features = [.. profile.Features.Where(name => name != "knowledge")] });
        var browser = await SignedInAsync(ReaderId);

        foreach (var page in new[] { List, List + "/search", PathOf("one"), List + "/suggestions?subject=記事" })
        {
            (await browser.GetAsync(page)).ShouldBeNotFound();
        }

        (await browser.GetAsync("/t/security/cases/new")).ShouldBeOk().Has("[data-suggest]").ShouldBeFalse();
    }

    private async Task<(int Yes, int No)> CountsAsync()
    {
        var found = await App.World.Articles.ReadAsync(row => new { row.HelpfulCount, row.UnhelpfulCount });
        return (found!.HelpfulCount, found.UnhelpfulCount);
    }
}
