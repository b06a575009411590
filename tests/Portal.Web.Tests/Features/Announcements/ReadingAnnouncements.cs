using System.Net;
using Portal.Rules.Announcements;
using Portal.TestKit.Accounts;
using Portal.TestKit.Web;
using Portal.Web.Data.Entities;
using Portal.Web.Domain.Announcements;

namespace Portal.Web.Tests.Features.Announcements;

/// <summary>What customers and guests see of announcements (NEWS-1, HOME-1, HOME-2, AZ-17).</summary>
public sealed class ReadingAnnouncements : AnnouncementTest
{
    private const string Close = "form[action$='/dismiss']";

    [Fact]
    public async Task NEWS_1_HOME_2_TheNewestStandOnTheHomePage_AndLeadToTheirPages()
    {
        var row = await AddAsync("週末のメンテナンス", content => content with { Level = AnnouncementLevel.Maintenance });
        await AddAsync("古いお知らせ", content => content with { From = content.From.AddDays(-3) });
        var browser = await SignedInAsync(ReaderId);

        var home = (await browser.GetAsync(Home)).ShouldBeOk();

        home.Texts("#panel-announcements ~ ul a").ShouldBe(["週末のメンテナンス", "古いお知らせ"]);
        var page = (await home.ClickAsync("週末のメンテナンス")).ShouldBeOk();
        page.Find("h1").TextContent.ShouldBe("週末のメンテナンス");
        page.ShouldShow("週末のメンテナンスの本文です").ShouldShow("メンテナンス").ShouldShow("閲覧数：1");
        (await browser.GetAsync(List)).ShouldBeOk().Texts("tbody th a").ShouldBe(["週末のメンテナンス", "古いお知らせ"]);
        page.Address.AbsolutePath.ShouldBe(PathOf(row));
    }

    [Fact]
    public async Task HOME_4_NEWS_1_TheListIsSearched_AndTheOneSearchLeadsToAllThatItFound()
    {
        for (var i = 1; i <= 6; i++)
        {
            await AddAsync($"ＶＰＮの停止 {i}");
        }

        await AddAsync("料金の改定");
        var browser = await SignedInAsync(ReaderId);

        var list = (await (await browser.GetAsync("/t/security/search?q=vpn")).ClickAsync("お知らせの6件をすべて見る")).ShouldBeOk();

        list.Texts("tbody th a").Count.ShouldBe(6);
        list.ShouldNotShow("料金の改定").Find("main input[name=q]").GetAttribute("value").ShouldBe("vpn");
        (await browser.GetAsync(List + "?q=料金 本文")).ShouldBeOk().Texts("tbody th a").ShouldBe(["料金の改定"]);
        var none = (await browser.GetAsync(List + "?q=ありません")).ShouldBeOk().ShouldShow("該当するお知らせはありません");
        (await none.ClickAsync("すべてのお知らせ")).Texts("tbody th a").Count.ShouldBe(7);
    }

    [Fact]
    public async Task PROF_3_AZ_17_OnesOwnDataSaysWhatWasRead_AndNothingOfWhatIsForOthersByNow()
    {
        var row = await AddAsync("全員へのお知らせ", content => content with { HasBanner = true });
        var browser = await SignedInAsync(ReaderId);
        await browser.GetAsync(PathOf(row));
        await (await browser.GetAsync(Home)).Form(Close).SubmitAsync();
        await App.World.Announcements.ChangeAllAsync(each => each.TitleJa, "ほかの契約の秘密");
        await App.World.Announcements.ChangeAllAsync(each => each.IsPublished, false);

        var file = (await (await browser.GetAsync("/t/security/account/data")).ShouldBeOk().Form().SubmitAsync()).ShouldBeOk();

        file.Body.ShouldContain($"\"announcement\": \"{row.Id}\"");
        file.Body.ShouldContain("\"bannerClosed\": true");
        file.ShouldNotShow("ほかの契約の秘密");
    }

    [Fact]
    public async Task HOME_2_WithoutAnnouncements_TheSectionSaysSo()
    {
        await AddAsync("下書き", content => content with { IsPublished = false });
        var browser = await SignedInAsync(ReaderId);

        (await browser.GetAsync(Home)).ShouldShow("現在、お知らせはありません").ShouldNotShow("下書き");
        (await browser.GetAsync(List)).ShouldShow("お知らせはありません");
    }

    [Fact]
    public async Task NEWS_1_AReaderCountsOnceADay()
    {
        var row = await AddAsync("お知らせ");
        var (one, other) = (await SignedInAsync(ReaderId), await SignedInAsync(OtherId));

        await one.GetAsync(PathOf(row));
        await one.GetAsync(PathOf(row));
        (await other.GetAsync(PathOf(row))).ShouldShow("閲覧数：2");
        App.Time.Advance(TimeSpan.FromDays(1));
        (await (await SignedInAsync(ReaderId)).GetAsync(PathOf(row))).ShouldShow("閲覧数：3");

        (await App.World.Announcements.ReadAsync(each => new { each.ViewCount, each.Version }))!.ViewCount.ShouldBe(3);
    }

    [Fact]
    public async Task NEWS_1_OpenedManyTimesAtOnce_AReaderCountsOnce()
    {
        var row = await AddAsync("お知らせ");
        var browser = await SignedInAsync(ReaderId);

        var pages = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Task.Run(() => browser.Now().GetAsync(PathOf(row)))));

        pages.ShouldAllBe(page => page.Status == HttpStatusCode.OK);
        (await App.World.Announcements.ReadAsync(each => each.ViewCount)).ShouldBe(1);
    }

    [Fact]
    public async Task AZ_17_WhatIsForOthers_IsOnNoPage_AndItsAddressIsNotFound()
    {
        var contract = await ContractIdAsync(OtherContract);
        Announcement[] hidden =
        [
            await AddAsync("別サービス向け", content => content with
            {
                Audience = AnnouncementAudience.Service,
                Service = OtherService,
                HasBanner = true,
            }),
            await AddAsync("別契約向け", content => content with
            {
                Audience = AnnouncementAudience.Contract,
                ContractId = contract,
                HasBanner = true,
            }),
        ];
        Announcement[] nobodys =
        [
            await AddAsync("下書き中", content => content with { IsPublished = false, HasBanner = true }),
            await AddAsync("来週の予定", content => content with { From = App.Time.GetUtcNow().AddDays(7), HasBanner = true }),
            await AddAsync("先週まで", content => content with { Until = App.Time.GetUtcNow(), HasBanner = true }),
        ];
        var (reader, other) = (await SignedInAsync(ReaderId), await SignedInAsync(OtherId));

        foreach (var row in hidden)
        {
            await ShouldBeHiddenAsync(reader, row);
            (await other.GetAsync(PathOf(row))).ShouldBeOk().ShouldShow(row.TitleJa);
            (await other.GetAsync(List)).ShouldShow(row.TitleJa);
        }

        foreach (var row in nobodys)
        {
            await ShouldBeHiddenAsync(reader, row);
            await ShouldBeHiddenAsync(other, row);
        }

        (await App.World.Announcements.ReadAsync(each => each.TitleJa == "下書き中", each => each.ViewCount)).ShouldBe(0);
        (await App.World.Audit.CountAsync("foreign-id-requested")).ShouldBe(hidden.Length + (2 * nobodys.Length), "each asked for once");
    }

    [Fact]
    public async Task HOME_1_ABannerClosedOnce_DoesNotReturn_AndTheAnnouncementStaysInTheList()
    {
        var row = await AddAsync("障害が発生しています", content => content with { HasBanner = true, Level = AnnouncementLevel.Incident });
        var browser = await SignedInAsync(ReaderId);
        var page = (await browser.GetAsync("/t/security/account")).ShouldBeOk();
        page.Texts(".p-banner__title").ShouldBe(["障害が発生しています"]);
        page.Find(".p-banner").GetAttribute("data-level").ShouldBe("incident");
        page.Find(".p-banner a").GetAttribute("href").ShouldBe(PathOf(row));

        var closed = await page.Form(Close).SubmitAsync();

        closed.ShouldRedirectTo("/t/security/account");
        (await browser.GetAsync(Home)).Has(".p-banner").ShouldBeFalse();
        (await browser.GetAsync(List)).ShouldShow("障害が発生しています");
        (await (await SignedInAsync(ReaderId)).GetAsync(Home)).Has(".p-banner").ShouldBeFalse("closed for the user, not the browser");
        (await (await SignedInAsync(OtherId)).GetAsync(Home)).Texts(".p-banner__title").ShouldBe(["障害が発生しています"]);
    }

    [Fact]
    public async Task HOME_1_OneBannerAtATime_TheNewestFirst()
    {
        await AddAsync("前からの案内", content => content with { HasBanner = true, From = content.From.AddDays(-1) });
        await AddAsync("新しい案内", content => content with { HasBanner = true });
        await AddAsync("バナーなし", content => content with { From = App.Time.GetUtcNow() });
        var browser = await SignedInAsync(ReaderId);

        var home = await browser.GetAsync(Home);
        home.Texts(".p-banner__title").ShouldBe(["新しい案内"]);
        await home.Form(Close).SubmitAsync();
        home = await browser.GetAsync(Home);
        home.Texts(".p-banner__title").ShouldBe(["前からの案内"]);
    }

    [Fact]
    public async Task HOME_1_ClosingSendsNobodyElsewhere_AndNobodyClosesWhatItDoesNotSee()
    {
        var row = await AddAsync("案内", content => content with { HasBanner = true });
        var hidden = await AddAsync("別サービス向け", content => content with
        {
            Audience = AnnouncementAudience.Service,
            Service = OtherService,
            HasBanner = true,
        });
        var browser = await SignedInAsync(ReaderId);

        (await CraftAsync(browser, Home, PathOf(row, "/dismiss"), ("returnUrl", "https://evil.example/"))).ShouldRedirectTo("/t/security/");
        (await CraftAsync(browser, Home, PathOf(hidden, "/dismiss"))).ShouldBeNotFound();

        (await App.World.AnnouncementReadings.ListAsync(reading => reading.AnnouncementId)).ShouldBe([row.Id]);
    }

    [Fact]
    public async Task NEWS_1_ThePageIsInItsReadersLanguage_OrSaysThatItIsNot()
    {
        var both = await AddAsync("停止のお知らせ", content => content with
        {
            TitleEn = "Planned outage",
            TextEn = "The portal **pauses**.",
            HasBanner = true,
        });
        var japanese = await AddAsync("日本語だけ");
        var browser = await SignedInAsync(ReaderId);

        var page = (await browser.GetAsync(PathOf(both, "?culture=en"))).ShouldBeOk();
        page.Find("h1").TextContent.ShouldBe("Planned outage");
        page.Body.ShouldContain("<strong>pauses</strong>");
        page.Texts(".p-banner__title").ShouldBe(["Planned outage"]);
        page = (await browser.GetAsync(PathOf(japanese, "?culture=en"))).ShouldShow("available in Japanese only");
        page.Find("h1").GetAttribute("lang").ShouldBe("ja");
    }

    [Fact]
    public async Task NEWS_1_TheSignInPage_ShowsWhatIsMarkedSo_AndNothingElse()
    {
        await AddAsync("全員へ", content => content with { IsOnSignIn = true, Level = AnnouncementLevel.Incident });
        await AddAsync("会員だけへ");
        await AddAsync("一部の契約へ", content => content with
        {
            IsOnSignIn = true,
            Audience = AnnouncementAudience.Service,
            Service = OtherService,
        });
        await App.ChangeProfileAsync("rental", profile => profile with { Features = [.. profile.Features, "announcements"] });
        await AddAsync("レンタルのお客さまへ", content => content with { IsOnSignIn = true }, "rental");
        var guest = App.CreateBrowser();

        // The application has looked at its sign-in pages when it started.
        App.Time.Advance(TimeSpan.FromSeconds(11));
        var page = await AtTheDoorAsync(guest, "全員へ", isShown: true);

        page.ShouldShow("全員への本文です").ShouldNotShow("会員だけへ").ShouldNotShow("一部の契約へ").ShouldNotShow("レンタル")
            .ShouldNotShow("エラー：");
        await AddAsync("まもなく", content => content with { IsOnSignIn = true, From = App.Time.GetUtcNow().AddSeconds(16) });
        App.Time.Advance(TimeSpan.FromSeconds(11));
        (await guest.GetAsync("/t/security/login")).ShouldNotShow("まもなく");
        App.Time.Advance(TimeSpan.FromSeconds(6));
        await AtTheDoorAsync(guest, "まもなく", isShown: true);

        // The other tenant's page knows its own news by now: what it does not show is not what it has not asked for.
        (await AtTheDoorAsync(guest, "レンタルのお客さまへ", isShown: true, "rental")).ShouldNotShow("全員への本文です").ShouldNotShow("まもなく");
        await App.World.Announcements.ClearAsync();
        App.Time.Advance(TimeSpan.FromSeconds(11));
        await AtTheDoorAsync(guest, "全員へ", isShown: false);
    }

    [Fact]
    public async Task NEWS_1_ATenantWithoutTheFeature_HasNoPages()
    {
        await App.ChangeProfileAsync(Tenant,
            profile => profile with { Features = [.. profile.Features.Where(name => name != "announcements")] });
        var row = await AddAsync("お知らせ", content => content with { HasBanner = true, IsOnSignIn = true });
        var browser = await SignedInAsync(ReaderId);

        (await browser.GetAsync(List)).ShouldBeNotFound();
        (await browser.GetAsync(PathOf(row))).ShouldBeNotFound();
        var home = (await browser.GetAsync(Home)).ShouldBeOk();
        home.Has(".p-banner").ShouldBeFalse();
        home.Has("#panel-announcements").ShouldBeFalse();
        (await App.CreateBrowser().GetAsync("/t/security/login")).ShouldNotShow("お知らせの本文です");
    }

    /// <summary>
    /// The page does not wait long for a database that is busy; it has the news a little later then, at the next look.
    /// </summary>
    private async Task<PortalPage> AtTheDoorAsync(PortalBrowser guest, string title, bool isShown, string tenant = Tenant)
    {
        const int Most = 500;
        const int OfALook = 25;
        var page = (await guest.GetAsync($"/t/{tenant}/login")).ShouldBeOk();
        for (var i = 1; i < Most && page.Text.Contains(title, StringComparison.Ordinal) != isShown; i++)
        {
            App.Time.Advance(TimeSpan.FromSeconds(i % OfALook == 0 ? 11 : 0));
            page = (await guest.GetAsync($"/t/{tenant}/login")).ShouldBeOk();
        }

        page.Text.Contains(title, StringComparison.Ordinal).ShouldBe(isShown);
        return page;
    }

    private static async Task ShouldBeHiddenAsync(PortalBrowser browser, Announcement row)
    {
        (await browser.GetAsync(PathOf(row))).ShouldBeNotFound();
        (await browser.GetAsync(List)).ShouldBeOk().ShouldNotShow(row.TitleJa);
        (await browser.GetAsync(Home)).ShouldBeOk().ShouldNotShow(row.TitleJa);
    }
}
