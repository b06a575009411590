using Portal.TestKit.Web;
using Portal.Web.Data.Entities;

namespace Portal.Web.Tests.Features.Knowledge;

/// <summary>Search, filters, orders and suggestions (KNOW-2, KNOW-3).</summary>
public sealed class SearchingArticles : KnowledgeTest
{
    private const string Search = List + "/search";

    [Theory]
    [InlineData("レポート", "月次レポートの見方")]
    [InlineData("れぽーと", "月次レポートの見方")]
    [InlineData("ﾚﾎﾟｰﾄ", "月次レポートの見方")]
    [InlineData("見方", "月次レポートの見方")]
    [InlineData("ＶＰＮ", "VPNの設定")]
    [InlineData("vpn 証明書", "VPNの設定")]
    [InlineData("証明書", "VPNの設定")]
    public async Task KNOW_2_TitleAndText_AreFoundHoweverTheyAreWritten(string typed, string title)
    {
        await AddAsync("vpn", "VPNの設定", "クライアント証明書を入れます");
        await AddAsync("report", "月次レポートの見方", "毎月届きます");
        var browser = await SignedInAsync(ReaderId);

        var page = (await browser.GetAsync($"{Search}?q={Uri.EscapeDataString(typed)}")).ShouldBeOk();

        page.Texts(".p-results__title a").ShouldBe([title]);
        page.Has(".p-results mark").ShouldBeTrue("matches are highlighted");
    }

    [Fact]
    public async Task KNOW_2_MatchesAreHighlighted_AndMarkupIsText()
    {
        await AddAsync("one", "ログの<b>転送", "はじめに。**ログの転送**を設定します。`<script>`は使いません");
        var browser = await SignedInAsync(ReaderId);

        var page = (await browser.GetAsync($"{Search}?q=転送")).ShouldBeOk();

        page.Texts(".p-results mark").ShouldBe(["転送", "転送"]);
        page.Find(".p-results__title a").InnerHtml.ShouldBe("ログの&lt;b&gt;<mark>転送</mark>");
        page.Has(".p-results script").ShouldBeFalse();
    }

    [Theory]
    [InlineData("ja", "sensor", "センサーの追加")]
    [InlineData("ja", "センサー", "センサーの追加")]
    [InlineData("en", "センサー", "Adding a sensor")]
    [InlineData("en", "sensor 追加", "Adding a sensor")]
    public async Task KNOW_2_WithoutALanguage_WordsOfEveryVersionAreFound_AndThePagesIsShown(string language, string typed, string title)
    {
        await AddAsync("sensor", "センサーの追加", "手順です", english: "Adding a sensor");
        var browser = await SignedInAsync(ReaderId);

        foreach (var order in new[] { "-updated", "reading" })
        {
            var page = (await browser.GetAsync($"{Search}?q={Uri.EscapeDataString(typed)}&sort={order}&culture={language}")).ShouldBeOk();
            page.Texts(".p-results__title a").ShouldBe([title], order);
            page.Find(".p-results__title a").GetAttribute("href").ShouldBe(PathOf("sensor"));
        }
    }

    [Theory]
    [InlineData("ja", "sensor", "英語版に一致：", "Adding a sensor", "en")]
    [InlineData("ja", "sensor 追加", "英語版に一致：", "Adding a sensor", "en")]
    [InlineData("en", "センサー", "Found in the Japanese version:", "センサーの追加", "ja")]
    public async Task KNOW_2_AHitOfAnotherVersion_SaysWhichAndLeadsThere(string page, string typed, string label, string title,
        string other)
    {
        await AddAsync("sensor", "センサーの追加", "手順です", english: "Adding a sensor");
        var browser = await SignedInAsync(ReaderId);

        var found = (await browser.GetAsync($"{Search}?q={Uri.EscapeDataString(typed)}&culture={page}")).ShouldBeOk();

        found.ShouldShow(label);
        var link = found.Find($".p-results__hit p a[lang='{other}']");
        link.TextContent.ShouldBe(title);
        link.QuerySelectorAll("mark").ShouldNotBeEmpty();
        (await found.ClickAsync($".p-results__hit p a[lang='{other}']")).ShouldBeOk().Find("h1").TextContent.ShouldBe(title);
    }

    [Theory]
    [InlineData("?q=センサー&culture=ja")]
    [InlineData("?q=sensor&culture=ja&lang=en")]
    [InlineData("?culture=ja")]
    public async Task KNOW_2_AHitThatShowsItsWords_NamesNoOtherVersion(string query)
    {
        await AddAsync("sensor", "センサーの追加", "手順です", english: "Adding a sensor");
        var browser = await SignedInAsync(ReaderId);

        var found = (await browser.GetAsync(Search + query)).ShouldBeOk();

        found.Texts(".p-results__title a").Count.ShouldBe(1);
        found.ShouldNotShow("版に一致");
    }

    [Theory]
    [InlineData("sensor", "en", "Adding a sensor", "ja")]
    [InlineData("センサー", "ja", "センサーの追加", "en")]
    public async Task KNOW_2_InAChosenLanguage_ItsVersionsAloneAreSearched(string typed, string chosen, string title, string other)
    {
        await AddAsync("sensor", "センサーの追加", "手順です", english: "Adding a sensor");
        var browser = await SignedInAsync(ReaderId);

        (await TitlesAsync(browser, $"?q={Uri.EscapeDataString(typed)}&lang={chosen}")).ShouldBe([title]);
        (await TitlesAsync(browser, $"?q={Uri.EscapeDataString(typed)}&lang={other}")).ShouldBeEmpty();
    }

    [Theory]
    [InlineData("ja", "sensor", "センサーの追加")]
    [InlineData("en", "センサーが動かない", "Adding a sensor")]
    public async Task KNOW_3_SuggestionsLookIntoEveryVersion_AndShowThePages(string language, string typed, string title)
    {
        await AddAsync("sensor", "センサーの追加", "手順です", english: "Adding a sensor");
        var browser = await SignedInAsync(ReaderId);

        var page = (await browser.GetAsync($"{List}/suggestions?subject={Uri.EscapeDataString(typed)}&culture={language}")).ShouldBeOk();

        page.Texts("li a").ShouldHaveSingleItem().ShouldStartWith(title);
        page.Find("li a").HasAttribute("lang").ShouldBeFalse();
    }

    [Fact]
    public async Task KNOW_2_AHit_OpensInTheLanguageInWhichItWasFound()
    {
        await AddAsync("vpn", "VPNの設定", english: "VPN setup");
        var browser = await SignedInAsync(ReaderId);

        var page = (await (await browser.GetAsync(Search + "?lang=en")).ClickAsync("VPN setup")).ShouldBeOk();

        page.Find("h1").TextContent.ShouldBe("VPN setup");
        (await browser.GetAsync(Search)).Find(".p-results__title a").GetAttribute("href").ShouldBe(PathOf("vpn"));
    }

    [Theory]
    [InlineData("a")]
    [InlineData("ab")]
    [InlineData("字")]
    public async Task KNOW_2_TooLittle_IsSaidAtTheField(string typed)
    {
        await AddAsync("one", "記事の一");
        var browser = await SignedInAsync(ReaderId);

        (await browser.GetAsync($"{Search}?q={typed}")).ShouldBeRefused().ShouldShow("3文字以上（漢字とかなは2文字以上）で入力してください")
            .Has(".p-results").ShouldBeFalse();
    }

    [Fact]
    public async Task KNOW_2_FiltersAreChips_ThatCanBeTakenAway()
    {
        await AddAsync("one", "機器の記事", english: "Device article");
        await AddAsync("two", "レポートの記事", category: "reports", with: row => row.AuthorName = "編集部");
        var browser = await SignedInAsync(ReaderId);

        var page = (await browser.GetAsync($"{Search}?base=guides&category=reports&author=編集部")).ShouldBeOk();
        page.Texts(".p-results__title a").ShouldBe(["レポートの記事"]);
        page.Texts(".p-chip").Count.ShouldBe(3);
        page = await page.ClickAsync("a.p-chip[href*='category=reports']:not([href*='author'])");
        page.Texts(".p-results__title a").ShouldBe(["レポートの記事"]);
        page.Texts(".p-chip").Count.ShouldBe(2);
        (await browser.GetAsync($"{Search}?lang=en")).Texts(".p-results__title a").ShouldBe(["Device article"]);
        (await browser.GetAsync($"{Search}?lang=xx&base=none")).ShouldShow("この条件に合う記事はありません");
    }

    [Fact]
    public async Task KNOW_2_Orders_NewestViewsAndReading()
    {
        await AddAsync("a", "亜の記事", with: row => Set(row, "アノキジ", 5, 2));
        await AddAsync("b", "宇の記事", with: row => Set(row, "ウノキジ", 1, 1));
        await AddAsync("c", "伊の記事", with: row => Set(row, "イノキジ", 9, 3));
        var browser = await SignedInAsync(ReaderId);

        (await TitlesAsync(browser, "")).ShouldBe(["宇の記事", "亜の記事", "伊の記事"]);
        (await TitlesAsync(browser, "?sort=-views")).ShouldBe(["伊の記事", "亜の記事", "宇の記事"]);
        (await TitlesAsync(browser, "?sort=reading")).ShouldBe(["亜の記事", "伊の記事", "宇の記事"]);
        (await TitlesAsync(browser, "?sort=nonsense")).ShouldBe(["宇の記事", "亜の記事", "伊の記事"]);
    }

    [Fact]
    public async Task KNOW_2_ManyArticles_AreReadPageByPage()
    {
        for (var i = 0; i < 23; i++)
        {
            await AddAsync($"article-{i:00}", $"記事{i:00}番");
        }

        var browser = await SignedInAsync(ReaderId);

        var page = (await browser.GetAsync(Search)).ShouldShow("23件の記事があります");
        page.Texts(".p-results__title").Count.ShouldBe(20);
        (await browser.GetAsync(Search + "?page=2")).Texts(".p-results__title").Count.ShouldBe(3);
        (await browser.GetAsync(Search + "?page=9&sort=-views")).ShouldRedirectTo(Search + "?sort=-views");
    }

    [Fact]
    public async Task KNOW_2_NothingFound_LeadsToAnInquiryThatBeginsWithWhatWasTyped()
    {
        await AddAsync("one", "記事の一");
        var browser = await SignedInAsync(ReaderId);

        var ask = (await (await browser.GetAsync($"{Search}?q=見つからない言葉")).ClickAsync("お問い合わせを作成")).ShouldBeOk();

        ask.Find("input[name=Subject]").GetAttribute("value").ShouldBe("見つからない言葉");
    }

    [Fact]
    public async Task KNOW_3_WhileASubjectIsTyped_ArticlesAreSuggested_TheBestFirst()
    {
        await AddAsync("vpn", "VPNに接続できないときの確認", "時刻と証明書を確かめます");
        await AddAsync("network", "接続の手順", "機器の接続");
        await AddAsync("report", "月次レポートの見方", "毎月届きます");
        var browser = await SignedInAsync(ReaderId);

        var page = (await browser.GetAsync(List + "/suggestions?subject=" + Uri.EscapeDataString("ＶＰＮが接続しません"))).ShouldBeOk();
        page.Texts("li a").Select(text => text.Split('（')[0].Trim()).ShouldBe(["VPNに接続できないときの確認", "接続の手順"]);
        page.Has("html head title").ShouldBeFalse("a piece of a page");
        (await browser.GetAsync(List + "/suggestions?subject=を")).Body.Trim().ShouldBeEmpty();
        (await browser.GetAsync(List + "/suggestions")).ShouldBeOk().Body.Trim().ShouldBeEmpty();
    }

    [Fact]
    public async Task KNOW_3_EnglishWords_AreSuggestedByWhatTheyName_AndBeginAWord()
    {
        await AddAsync("port", "Change the ports of a firewall", "How to open and close them");
        await AddAsync("support", "Support hours", "What you can ask, and how");
        var browser = await SignedInAsync(ReaderId);

        (await SuggestedAsync("How can I change the port?")).ShouldBe(["Change the ports of a firewall"]);
        (await SuggestedAsync("What can you do and how")).ShouldBeEmpty();

        async Task<IReadOnlyList<string>> SuggestedAsync(string subject) =>
            [.. (await browser.GetAsync(List + "/suggestions?subject=" + Uri.EscapeDataString(subject))).ShouldBeOk().Texts("li a")
                .Select(text => text.Split('（')[0].Trim())];
    }

    [Fact]
    public async Task KNOW_3_WithoutScripts_SuggestionsStandOnTheCheckPage()
    {
        await AddAsync("vpn", "VPNに接続できないときの確認");
        var browser = await SignedInAsync(ReaderId);
        var form = (await browser.GetAsync("/t/security/cases/new")).ShouldBeOk();
        form.Find("[data-suggest]").GetAttribute("data-suggest").ShouldBe(List + "/suggestions");
        form.Has($"#{form.Find("[data-suggest]").GetAttribute("data-suggest-for")}").ShouldBeTrue();

        var check = (await form.Form().Choose("Kind", "Fault").Fill("Subject", "VPNが使えない").Fill("Text", "困っています").SubmitAsync("check"))
            .ShouldBeOk();

        check.ShouldShow("お問い合わせの前に").Find($"a[href='{PathOf("vpn")}']");
    }

    private static async Task<IReadOnlyList<string>> TitlesAsync(PortalBrowser browser, string query) =>
        (await browser.GetAsync(Search + query)).ShouldBeOk().Texts(".p-results__title a");

    private static void Set(Article row, string reading, int views, int daysAgo)
    {
        row.Versions[0].Reading = reading;
        (row.ViewCount, row.UpdatedAt) = (views, row.UpdatedAt.AddDays(-daysAgo));
    }
}
