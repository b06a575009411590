using System.Net;
using System.Xml.Linq;
using Microsoft.Extensions.DependencyInjection;
using Portal.Rules.Announcements;
using Portal.Rules.Cases;
using Portal.Rules.Knowledge;
using Portal.TestKit.Accounts;
using Portal.TestKit.Web;
using Portal.Web.Data;
using Portal.Web.Data.Entities;
using Portal.Web.Domain.Announcements;
using Portal.Web.Domain.RichTexts;
using Portal.Web.Tests.Features.Cases;

namespace Portal.Web.Tests.Features.Search;

/// <summary>One box for all that somebody sees (HOME-4), and nothing else (AZ-17).</summary>
public sealed class SearchingEverything : CaseTest
{
    private const string Page = "/t/security/search";
    private const string OtherService = "脆弱性診断サービス";

    [Fact]
    public async Task HOME_4_WhatIsFound_StandsInGroups_AsTheReaderSeesThem()
    {
        var row = await OpenAsync(subject: "検知ルールの質問");
        await OpenAsync(subject: "別の件");
        await AddArticleAsync("rules", "検知ルールの書き方");
        await AnnounceAsync("検知ルールの更新");
        var person = new Account(Tenant, "rule@example.jp.cs") { Contract = Contract, Email = "rule@example.jp" };
        await (person with { FamilyName = "検知", GivenName = "ルール" }).AddToAsync(App);
        var manager = await SignedInAsync(ManagerId);
        var home = (await manager.GetAsync("/t/security/home")).ShouldBeOk();

        var found = (await home.Form(".p-header form[role=search]").Fill("q", "検知 ルール").SubmitAsync()).ShouldBeOk();

        found.Address.PathAndQuery.ShouldStartWith(Page + "?q=");
        found.Texts("main h2").ShouldBe(["ケース", "ナレッジ", "お知らせ", "利用者"]);
        found.Texts("main h3 a").ShouldBe(["検知ルールの質問", "検知ルールの書き方", "検知ルールの更新", "検知 ルール"]);
        found.Texts("main h3 mark").ShouldContain("検知ルール");
        found.ShouldShow(CaseNumber.Of(row.Number)).ShouldNotShow("別の件");
        found.Has(".p-header form[role=search]").ShouldBeFalse();
        foreach (var link in found.Document.QuerySelectorAll("main h3 a").Select(each => each.GetAttribute("href")!))
        {
            (await manager.GetAsync(link)).ShouldBeOk();
        }
    }

    [Theory]
    [InlineData("ja", "sensor", "センサーの追加", "英語版に一致：")]
    [InlineData("en", "センサー", "Adding a sensor", "Found in the Japanese version:")]
    public async Task HOME_4_KNOW_2_ArticlesAreFoundInEveryLanguage_AndStandInThePages(string language, string typed, string title,
        string elsewhere)
    {
        await AddArticleAsync("sensor", "センサーの追加", english: "Adding a sensor");
        var browser = await SignedInAsync(AuthorId);

        var found = (await browser.GetAsync($"{Page}?q={Uri.EscapeDataString(typed)}&culture={language}")).ShouldBeOk();

        found.Texts("main h3 a").ShouldBe([title]);
        found.Find("main h3 a").HasAttribute("lang").ShouldBeFalse();
        found.ShouldShow(elsewhere).Find("main .p-results__hit p a[hreflang]").QuerySelectorAll("mark").ShouldNotBeEmpty();
    }

    [Fact]
    public async Task HOME_4_AZ_17_NothingIsFoundThatItsReaderMayNotSee()
    {
        await OpenAsync(subject: "検知ルールの極秘", confidential: true);
        await AddArticleAsync("other", "検知ルールの社外秘", OtherService);
        await AnnounceAsync("検知ルールの終了", content => content with { From = App.Time.GetUtcNow().AddDays(1) });
        var (colleague, stranger, manager) =
            (await SignedInAsync(ColleagueId), await SignedInAsync(StrangerId), await SignedInAsync(ManagerId));

        foreach (var browser in new[] { colleague, stranger })
        {
            var found = (await browser.GetAsync($"{Page}?q=検知ルール")).ShouldBeOk();
            found.ShouldShow("見つかりませんでした");
            found.Texts("main h2").ShouldNotContain("ケース");
        }

        (await manager.GetAsync($"{Page}?q=検知ルール")).Texts("main h3 a").ShouldBe(["検知ルールの極秘"]);
        (await colleague.GetAsync($"{Page}?q=example")).ShouldShow("見つかりませんでした");
        (await manager.GetAsync($"{Page}?q=example")).Texts("main h2").ShouldBe(["利用者"]);
        (await manager.GetAsync($"{Page}?q=stranger")).ShouldShow("見つかりませんでした");
    }

    [Fact]
    public async Task HOME_4_MoreThanAHandful_LeadToTheFeaturesOwnSearch()
    {
        for (var i = 1; i <= 7; i++)
        {
            await OpenAsync(subject: $"夜間の警報 {i}");
        }

        var browser = await SignedInAsync(AuthorId);

        var found = (await browser.GetAsync($"{Page}?q=夜間")).ShouldBeOk();

        found.Texts("main h3").Count.ShouldBe(5);
        found.ShouldShow("7件");
        var all = (await found.ClickAsync("ケースの7件をすべて見る")).ShouldBeOk();
        all.Address.PathAndQuery.ShouldBe($"{List}?q={Uri.EscapeDataString("夜間")}");
        all.Texts("tbody tr").Count.ShouldBe(7);
    }

    [Theory]
    [InlineData("ab", "言葉は3文字以上（漢字とかなは2文字以上）で入力してください。")]
    [InlineData("障", "言葉は3文字以上（漢字とかなは2文字以上）で入力してください。")]
    [InlineData("一二 三四 五六 七八 九十 いろ はに ほへ とち", "言葉が多すぎます。8語以内にしてください。")]
    public async Task HOME_4_RX_07_WhatIsNotSearchedFor_IsSaidAtTheField_AndKept(string words, string problem)
    {
        var browser = await SignedInAsync(AuthorId);

        var page = await browser.GetAsync($"{Page}?q={Uri.EscapeDataString(words)}");

        page.Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        page.Texts(".p-errors__list li").ShouldBe([problem]);
        page.Find("main [name=q]").GetAttribute("value").ShouldBe(words);
        page.Texts("main h2").ShouldNotContain("ケース");
    }

    [Fact]
    public async Task HOME_4_WithoutWords_ThePageAsks()
    {
        var browser = await SignedInAsync(AuthorId);

        var page = (await browser.GetAsync(Page)).ShouldBeOk();

        page.Find("main [name=q]").GetAttribute("value").ShouldBeNullOrEmpty();
        page.ShouldNotShow("見つかりませんでした");
    }

    [Fact]
    public async Task HOME_4_ABrowserIsTold_HowToSearchHere()
    {
        var browser = await SignedInAsync(AuthorId);
        var link = (await browser.GetAsync("/t/security/home")).Find("link[rel=search]").GetAttribute("href")!;

        var answer = (await App.CreateBrowser().GetAsync(link)).ShouldBeOk();

        answer.Headers["Content-Type"].ShouldBe("application/opensearchdescription+xml; charset=utf-8");
        var template = XElement.Parse(answer.Body).Descendants().Single(each => each.Name.LocalName == "Url").Attribute("template")!.Value;
        new Uri(template.Replace("{searchTerms}", "x", StringComparison.Ordinal)).PathAndQuery.ShouldBe($"{Page}?q=x");
        (await browser.GetAsync(template.Replace("{searchTerms}", "警報です", StringComparison.Ordinal))).ShouldShow("見つかりませんでした");
    }

    [Fact]
    public async Task HOME_4_APortalWithoutTheFeature_HasNeitherBoxNorPage()
    {
        await App.ChangeProfileAsync(Tenant, profile => profile with { Features = [.. profile.Features.Where(name => name != "search")] });
        var browser = await SignedInAsync(AuthorId);

        (await browser.GetAsync("/t/security/home")).Has(".p-header form[role=search]").ShouldBeFalse();
        (await browser.GetAsync(Page)).Status.ShouldBe(HttpStatusCode.NotFound);
        (await App.CreateBrowser().GetAsync(Page + ".xml")).Status.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task HOME_3_TheMenuFolds_AndSaysWhatWaitsInIt()
    {
        await OpenAsync(status: CaseStatus.AwaitingCustomer);
        var browser = await SignedInAsync(AuthorId);

        var home = (await browser.GetAsync("/t/security/home")).ShouldBeOk();

        home.Texts(".p-nav summary").ShouldBe(["メニュー 1"]);
        home.Find(".p-nav details + .p-nav__list a[aria-current=page]").TextContent.Trim().ShouldBe("ホーム");
    }

    private Task AnnounceAsync(string title, Func<AnnouncementContent, AnnouncementContent>? with = null) =>
        App.InTenantAsync(Tenant, async services =>
        {
            var content = new AnnouncementContent(AnnouncementLevel.Information, title, "本文です", "", "")
            {
                From = App.Time.GetUtcNow().AddHours(-1),
                IsPublished = true,
            };
            await services.GetRequiredService<AnnouncementEditing>().AddAsync(with?.Invoke(content) ?? content);
            services.GetRequiredService<PortalDbContext>().RecordedEvents.Clear();
        });

    /// <param name="service">Whose customers see it; null for everybody.</param>
    private Task AddArticleAsync(string slug, string title, string? service = null, string? english = null) =>
        App.InTenantAsync(Tenant, services =>
        {
            var db = services.GetRequiredService<PortalDbContext>();
            var (shelf, category, tenant) = (Guid.CreateVersion7(), Guid.CreateVersion7(), db.Scope.Current);
            db.KnowledgeBases.Add(new KnowledgeBase { Id = shelf, Slug = slug, NameJa = "使い方", NameEn = "How-tos" });
            db.KnowledgeCategories.Add(
                new KnowledgeCategory { Id = category, BaseId = shelf, Slug = slug, NameJa = "機器", NameEn = "Devices" });
            var row = new Article { TenantId = tenant, Id = Guid.CreateVersion7(), CategoryId = category, Slug = slug, IsPublished = true };
            foreach (var (language, name) in new[] { ("ja", title), ("en", english) })
            {
                if (name is null)
                {
                    continue;
                }

                row.Versions.Add(new ArticleVersion
                {
                    TenantId = tenant,
                    Language = language,
                    Title = name,
                    Reading = name,
                    Source = "本文",
                    Html = RichText.ToHtml("本文"),
                    Plain = "本文",
                });
            }

            row.Openings.Add(new ArticleOpening
            {
                TenantId = tenant,
                Id = Guid.CreateVersion7(),
                Audience = service is null ? ArticleAudience.Tenant : ArticleAudience.Service,
                Service = service,
            });
            db.Articles.Add(row);
            return Task.CompletedTask;
        });
}
