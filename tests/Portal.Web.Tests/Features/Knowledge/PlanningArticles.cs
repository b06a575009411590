using System.Globalization;
using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Portal.TestKit.Accounts;
using Portal.TestKit.Web;
using Portal.Web.Data;
using Portal.Web.Data.Entities;
using Portal.Web.Lists;

namespace Portal.Web.Tests.Features.Knowledge;

/// <summary>Articles that are shown for a time: who sees them when, and how staff say so (ADMIN-6, AZ-17).</summary>
public sealed class PlanningArticles : KnowledgeTest
{
    private const string Editor = "/admin/kb";
    private const string Title = "来月からの手順";
    private const string Slug = "from-next-month";

    [Fact]
    public async Task ADMIN_6_AZ_17_OutsideItsTime_AnArticleIsFoundNowhere()
    {
        var from = App.Time.GetUtcNow().AddMinutes(5);
        var id = await AddAsync(Slug, Title, "手順の説明", "Steps from next month",
            with: row => (row.ShownFrom, row.ShownUntil) = (from, from.AddMinutes(5)));
        var file = await AttachAsync(id, "手順.txt", "手順の内容");
        await AddAsync("public", "公開の記事", "手順とは別の説明");
        var reader = await SignedInAsync(ReaderId);

        await SeesAsync(reader, file, false);
        App.Time.Advance(TimeSpan.FromMinutes(5) - TimeSpan.FromTicks(TimeSpan.TicksPerMicrosecond));
        await SeesAsync(reader, file, false);
        App.Time.Advance(TimeSpan.FromTicks(TimeSpan.TicksPerMicrosecond));
        await SeesAsync(reader, file, true);
        App.Time.Advance(TimeSpan.FromMinutes(5));
        await SeesAsync(reader, file, false);

        (await App.World.Audit.CountAsync("foreign-id-requested")).ShouldBe(9, "three addresses, each asked for three times out of time");
    }

    [Fact]
    public async Task ADMIN_6_WhatIsOpenWhileItsTimeEnds_IsNotJudgedAnyMore()
    {
        await AddAsync(Slug, Title, with: row => row.ShownUntil = App.Time.GetUtcNow().AddMinutes(5));
        var form = (await (await SignedInAsync(ReaderId)).GetAsync(PathOf(Slug))).ShouldBeOk().Form("form[action$='/feedback']");
        App.Time.Advance(TimeSpan.FromMinutes(5));

        (await form.SubmitAsync("true")).ShouldBeNotFound();

        (await App.World.Articles.ReadAsync(row => row.HelpfulCount)).ShouldBe(0);
    }

    [Fact]
    public async Task ADMIN_6_APlannedArticle_IsLookedAt_Saved_AndAsNewAsItsBeginning()
    {
        var staff = await StaffAsync();
        await AddAsync("former", "前からの記事");

        var check = (await (await FilledAsync(staff)).Fill("From", Local(60)).Fill("Until", Local(120)).SubmitAsync("check")).ShouldBeOk();

        check.ShouldShow("公開開始").ShouldShow("公開終了");
        (await App.World.Articles.CountAsync()).ShouldBe(1);
        var saved = await (await check.Form().SubmitAsync("save")).ShouldBe(HttpStatusCode.SeeOther).FollowAsync();
        saved.ShouldShow("公開開始の日時になると、お客さまに表示します").ShouldShow("公開予定").ShouldNotShow("公開日時").ShouldNotShow("終了なし");
        var (from, until) = (Minute(60), Minute(120));
        var row = (await App.World.Articles.AskAsync(rows => rows.Where(each => each.Slug == Slug))).ShouldHaveSingleItem();
        (row.ShownFrom, row.ShownUntil, row.PublishedAt, row.UpdatedAt).ShouldBe((from, until, from, from));
        var details = (await App.World.Audit.ReadAsync("article-added", row.Id, happened => happened.Details))!;
        details.ShouldContain($"\"visibleFrom\":\"{from:yyyy-MM-dd'T'HH:mm}:00");
        details.ShouldContain($"\"visibleUntil\":\"{until:yyyy-MM-dd'T'HH:mm}:00");

        App.Time.Advance(from - App.Time.GetUtcNow());
        var reader = await SignedInAsync(ReaderId);
        (await reader.GetAsync(List + "/search")).Texts(".p-results__title").ShouldBe([Title, "前からの記事"]);
        (await reader.GetAsync(PathOf(Slug))).ShouldBeOk();
    }

    [Theory]
    [InlineData("いつか", "", "From", "公開開始を実在する日付と時刻で")]
    [InlineData("", "2026-13-01T09:00", "Until", "公開終了を実在する日付と時刻で")]
    [InlineData("2026-07-02T09:00", "2026-07-01T09:00", "Until", "公開終了は、公開開始より後の日時に")]
    [InlineData("2026-07-01T09:00", "2026-07-01T09:00", "Until", "公開終了は、公開開始より後の日時に")]
    [InlineData("1999-12-31T23:59", "", "From", "公開開始は、2000年から2199年までの日時に")]
    [InlineData("", "2200-01-01T00:00", "Until", "公開終了は、2000年から2199年までの日時に")]
    public async Task ADMIN_6_AWindowThatIsNone_IsSaidAtItsField_AndNothingIsSaved(string from, string until, string field, string said)
    {
        await AddAsync(Slug, Title);
        var staff = await StaffAsync();

        var check = (await (await EditAsync(staff)).Fill("Author", "編集部").SubmitAsync("check")).ShouldBeOk();

        foreach (var (form, step) in new[] { (await EditAsync(staff), "check"), (check.Form(), "save") })
        {
            var again = (await form.Forge("From", from).Forge("Until", until).SubmitAsync(step)).ShouldBeRefused();
            again.ShouldShow(said).Find($"input[name={field}]").GetAttribute("aria-invalid").ShouldBe("true");
            again.Find("input[name=From]").GetAttribute("value").ShouldBe(from);
            again.Find("input[name=Until]").GetAttribute("value").ShouldBe(until);
        }

        (await App.World.Articles.ReadAsync(row => new { row.ShownFrom, row.ShownUntil, row.Version }))
            .ShouldBe(new { ShownFrom = (DateTimeOffset?)null, ShownUntil = (DateTimeOffset?)null, Version = 1 });
        (await App.World.Audit.CountAsync("article-changed")).ShouldBe(0);
    }

    [Theory]
    [InlineData(null)]
    [InlineData(60)]
    public async Task ADMIN_6_WhatNobodyHasSeen_IsNotPublishedForATimeThatIsOver(int? plannedFor)
    {
        var staff = await StaffAsync();
        if (plannedFor is { } minutes)
        {
            await SaveAsync((await FilledAsync(staff)).Fill("From", Local(minutes)));
        }

        var form = plannedFor is null ? await FilledAsync(staff) : (await EditAsync(staff)).Fill("From", "");
        var again = (await form.Fill("Until", Local(-1)).SubmitAsync("check")).ShouldBeRefused();

        again.ShouldShow("公開終了は、いまより後の日時に").Find("input[name=Until]").GetAttribute("aria-invalid").ShouldBe("true");
        (await App.World.Articles.CountAsync(row => row.ShownUntil != null)).ShouldBe(0);
        (await SaveAsync(again.Form().Fill("Until", Local(1)))).ShouldShow("記事を公開しました");
    }

    [Fact]
    public async Task ADMIN_6_AnArticleWithoutAWindow_StaysAsItWas_GetsOne_AndLosesIt()
    {
        var id = await AddAsync(Slug, "手順");
        var published = App.Time.GetUtcNow();
        var staff = await StaffAsync();
        (await staff.GetAsync($"{Editor}/{Tenant}/{id}")).ShouldShow("公開したときから").ShouldShow("終了なし");
        (await SaveAsync(await EditAsync(staff))).ShouldShow("変更した項目はありません");

        (await SaveAsync((await EditAsync(staff)).Fill("Until", Local(-60)))).ShouldShow("公開期間が終わっているため").ShouldShow("公開終了");
        (await (await SignedInAsync(ReaderId)).GetAsync(PathOf(Slug))).ShouldBeNotFound();
        var details = (await App.World.Audit.ReadAsync("article-changed", id, happened => happened.Details))!;
        details.ShouldContain("visibleUntil");
        details.ShouldNotContain("visibleFrom");
        (await SaveAsync((await EditAsync(staff)).Fill("Until", ""))).ShouldShow("記事を公開しました");

        (await (await SignedInAsync(ReaderId)).GetAsync(PathOf(Slug))).ShouldBeOk();
        (await App.World.Articles.ReadAsync(row => new { row.ShownUntil, row.PublishedAt, row.UpdatedAt }))
            .ShouldBe(new { ShownUntil = (DateTimeOffset?)null, PublishedAt = (DateTimeOffset?)published, UpdatedAt = published });
    }

    [Fact]
    public async Task ADMIN_6_ANewTextForALaterTime_IsAsNewAsThatTime()
    {
        await AddAsync(Slug, "手順");
        var published = App.Time.GetUtcNow();
        var staff = await StaffAsync();

        await SaveAsync((await EditAsync(staff)).Fill("TextJa", "新しい手順です").Fill("From", Local(60)));
        (await App.World.Articles.ReadAsync(row => new { row.PublishedAt, row.UpdatedAt }))
            .ShouldBe(new { PublishedAt = (DateTimeOffset?)published, UpdatedAt = Minute(60) });
        await SaveAsync((await EditAsync(staff)).Fill("From", Local(90)));

        (await App.World.Articles.ReadAsync(row => new { row.PublishedAt, row.UpdatedAt }))
            .ShouldBe(new { PublishedAt = (DateTimeOffset?)published, UpdatedAt = Minute(90) });
    }

    [Fact]
    public async Task ADMIN_6_WhatIsTakenBackBeforeItsTime_WasNeverPublished()
    {
        var staff = await StaffAsync();
        await SaveAsync((await FilledAsync(staff)).Fill("From", Local(60)));

        await SaveAsync((await EditAsync(staff)).Fill("From", Local(90)));
        (await App.World.Articles.ReadAsync(row => new { row.PublishedAt, row.UpdatedAt }))
            .ShouldBe(new { PublishedAt = (DateTimeOffset?)Minute(90), UpdatedAt = Minute(90) });
        await SaveAsync((await EditAsync(staff)).Choose("State", "draft"));

        (await App.World.Articles.ReadAsync(row => new { row.ShownFrom, row.PublishedAt, row.UpdatedAt })).ShouldBe(new
        {
            ShownFrom = (DateTimeOffset?)Minute(90),
            PublishedAt = (DateTimeOffset?)null,
            UpdatedAt = App.Time.GetUtcNow(),
        });
        (await (await SignedInAsync(ReaderId)).GetAsync(PathOf(Slug))).ShouldBeNotFound();
    }

    [Fact]
    public async Task SAFE_1_ChangedElsewhere_BothWindowsAreShown()
    {
        await AddAsync(Slug, Title);
        var staff = await StaffAsync();
        var check = (await (await EditAsync(staff)).Fill("Until", Local(60)).SubmitAsync("check")).ShouldBeOk();
        await SaveAsync((await EditAsync(staff)).Fill("Until", Local(120)));

        var told = (await check.Form().SubmitAsync("save")).ShouldBe(HttpStatusCode.Conflict);

        told.ShouldShow(Local(60).Replace('T', ' ')).ShouldShow(Local(120).Replace('T', ' '));
        (await told.Form().SubmitAsync("save")).ShouldBe(HttpStatusCode.SeeOther);
        (await App.World.Articles.ReadAsync(row => row.ShownUntil)).ShouldBe(Minute(60));
    }

    [Fact]
    public async Task ADMIN_6_TheList_HasPlannedAndOver_WithTheirDates()
    {
        var now = App.Time.GetUtcNow();
        await AddAsync("shown", "公開の記事", with: row => (row.ShownFrom, row.ShownUntil) = (now, now.AddDays(1)));
        await AddAsync("planned", "予定の記事", with: row => row.ShownFrom = now.AddDays(1));
        await AddAsync("over", "終わった記事", with: row => row.ShownUntil = now);
        await AddAsync("hidden", "隠れた記事", with: row => row.ShownFrom = now.AddDays(1), isOpen: false);
        await AddAsync("draft", "下書きの記事", with: row => (row.IsPublished, row.ShownUntil) = (false, now));
        var staff = await StaffAsync();

        (await staff.GetAsync(Editor)).ShouldBeOk().Texts(".p-tabs__count").ShouldBe(["5", "1", "1", "1", "1", "1"]);
        var (today, tomorrow) = (Local(0).Replace('-', '/').Replace('T', ' '), Local(1440).Replace('-', '/').Replace('T', ' '));
        foreach (var (view, title, shown, dates) in new[]
        {
            ("draft", "下書きの記事", "下書き", $"{today}まで"), ("planned", "予定の記事", "公開予定", $"{tomorrow}から"),
            ("shown", "公開の記事", "公開中", $"{today}から"), ("over", "終わった記事", "公開終了", $"{today}まで"),
            ("hidden", "隠れた記事", "公開先なし", $"{tomorrow}から"),
        })
        {
            var list = (await staff.GetAsync($"{Editor}?view={view}")).ShouldBeOk();
            list.Texts("tbody th a").ShouldBe([title]);
            list.Texts("tbody .p-tag").ShouldBe([shown]);
            list.ShouldShow($"{shown} {dates}");
        }

        App.Time.Advance(TimeSpan.FromDays(1));
        staff = App.CreateBrowser();
        (await staff.SignInAsync("admin", "editor@portal.test")).ShouldBeOk();
        (await staff.GetAsync($"{Editor}?view=shown")).Texts("tbody th a").ShouldBe(["予定の記事"]);
        (await staff.GetAsync($"{Editor}?view=over")).Texts("tbody th a").ShouldBe(["公開の記事", "終わった記事"], ignoreOrder: true);
    }

    [Fact]
    public async Task ADMIN_6_PERF_2_WhereManyAreSeen_ABaseComesAndGoesWithItsArticle()
    {
        await AddAsync("one", "記事の一");
        await LikeAsync("one", LargeCounts.Large);
        var from = App.Time.GetUtcNow().AddMinutes(1);
        await AddAsync(Slug, Title, category: "reports", with: row => (row.ShownFrom, row.ShownUntil) = (from, from.AddMinutes(1)));
        var reader = await SignedInAsync(ReaderId);

        foreach (var (count, seen) in new[] { (1001, false), (1002, true), (1001, false) })
        {
            (await reader.GetAsync("/t/security/home")).ShouldShow($"すべての記事（{count}件）");
            (await reader.GetAsync(List + "/c/reports")).Status.ShouldBe(seen ? HttpStatusCode.OK : HttpStatusCode.NotFound);
            App.Time.Advance(TimeSpan.FromMinutes(1));
        }
    }

    private Task LikeAsync(string slug, int count) => App.InTenantAsync(Tenant, async services =>
    {
        var db = services.GetRequiredService<PortalDbContext>();
        var like = await db.Articles.AsNoTracking().SingleAsync(row => row.Slug == slug);
        foreach (var number in Enumerable.Range(1, count))
        {
            var row = new Article { Id = Guid.CreateVersion7(), Slug = $"{slug}-{number}", IsPublished = true };
            (row.TenantId, row.CategoryId) = (like.TenantId, like.CategoryId);
            row.Openings.Add(new ArticleOpening { TenantId = row.TenantId, Id = Guid.CreateVersion7() });
            db.Articles.Add(row);
        }
    });

    private static async Task SeesAsync(PortalBrowser reader, Guid file, bool seen)
    {
        foreach (var page in new[]
        {
            List, List + "/search", List + "/search?q=手順", List + "/search?lang=en", List + "/c/devices", List + "/search?sort=reading",
            List + "/suggestions?subject=" + Title, PathOf("public"), "/t/security/search?q=手順",
        })
        {
            (await reader.GetAsync(page)).ShouldBeOk().Body.Contains(Slug, StringComparison.Ordinal).ShouldBe(seen, page);
        }

        (await reader.GetAsync("/t/security/home")).ShouldShow($"すべての記事（{(seen ? 2 : 1)}件）");
        foreach (var page in new[] { PathOf(Slug), PathOf(Slug, "?lang=en"), PathOf(Slug, $"/files/{file}") })
        {
            (await reader.GetAsync(page)).Status.ShouldBe(seen ? HttpStatusCode.OK : HttpStatusCode.NotFound, page);
        }
    }

    /// <summary>The full minute, so many minutes from now.</summary>
    private DateTimeOffset Minute(int minutes)
    {
        var at = App.Time.GetUtcNow().AddMinutes(minutes);
        return at.AddTicks(-(at.Ticks % TimeSpan.TicksPerMinute));
    }

    /// <summary>As a browser in Japan sends it.</summary>
    private string Local(int minutes) => Minute(minutes).AddHours(9).ToString("yyyy-MM-dd'T'HH:mm", CultureInfo.InvariantCulture);

    private async Task<PortalForm> FilledAsync(PortalBrowser staff)
    {
        var page = (await staff.GetAsync($"{Editor}/{Tenant}/new")).ShouldBeOk();
        return page.Form().Choose("Category", page.Find("select[name=Category] option:last-child").GetAttribute("value")!)
            .Fill("Slug", Slug).Fill("Author", "運用センター").Fill("TitleJa", Title).Fill("ReadingJa", "らいげつからのてじゅん")
            .Fill("TextJa", "手順です").Check("Everybody").Choose("State", "published");
    }

    private async Task<PortalForm> EditAsync(PortalBrowser staff)
    {
        var id = await App.World.Articles.ReadAsync(row => row.Slug == Slug, row => row.Id);
        return (await staff.GetAsync($"{Editor}/{Tenant}/{id}/edit")).ShouldBeOk().Form();
    }

    private static async Task<PortalPage> SaveAsync(PortalForm form)
    {
        var check = (await form.SubmitAsync("check")).ShouldBeOk();
        return (await (await check.Form().SubmitAsync("save")).ShouldBe(HttpStatusCode.SeeOther).FollowAsync()).ShouldBeOk();
    }
}
