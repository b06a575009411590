using System.Net;
using Microsoft.Extensions.DependencyInjection;
using Portal.Rules.Announcements;
using Portal.Rules.Delegation;
using Portal.TestKit.Accounts;
using Portal.TestKit.Web;
using Portal.Web.Data;
using Portal.Web.Data.Entities;
using Portal.Web.Domain.Announcements;
using Portal.Web.Tenancy;

namespace Portal.Web.Tests.Features.Announcements;

/// <summary>The staff's side (ADMIN-6).</summary>
public sealed class EditingAnnouncements : AnnouncementTest
{
    private const string New = $"{Editor}/{Tenant}/new";

    [Fact]
    public async Task ADMIN_6_Written_LookedAtInBothLanguages_Published_AndItsAuthorIsNamed()
    {
        var staff = await StaffAsync();
        var page = (await staff.GetAsync(New)).ShouldBeOk();

        var check = (await Filled(page).Fill("TitleEn", "Network maintenance").Fill("TextEn", "We *replace* a router.")
            .Check("Banner").Choose("State", "Shown").SubmitAsync("check")).ShouldBeOk();

        check.ShouldShow("まだ保存していません").ShouldShow("回線の切り替え").ShouldShow("Network maintenance");
        check.Body.ShouldContain("<em>replace</em>");
        (await App.World.Announcements.CountAsync()).ShouldBe(0);
        var shown = await (await check.Form().SubmitAsync("save")).FollowAsync();
        shown.ShouldShow("お知らせを公開しました").ShouldShow("編集 太郎");
        var row = (await App.World.Announcements.AskAsync(rows => rows)).ShouldHaveSingleItem();
        (row.Level, row.HasBanner, row.IsPublished, row.ChangedBy).ShouldBe(
            (AnnouncementLevel.Maintenance, true, true, "editor@portal.test"));
        row.ShownFrom.ShouldBe(new DateTimeOffset(2026, 1, 5, 0, 0, 0, TimeSpan.Zero), "nine o'clock in Japan");
        (await App.World.Audit.ReadAsync("announcement-added", row.Id, happened => happened.ActorKind)).ShouldBe(ActorKind.Staff);
    }

    [Fact]
    public async Task ADMIN_6_TheList_HasATabForEachState()
    {
        await AddAsync("掲載中のもの");
        await AddAsync("下書きのもの", content => content with { IsPublished = false });
        await AddAsync("予定のもの", content => content with { From = App.Time.GetUtcNow().AddDays(1) });
        await AddAsync("終わったもの", content => content with { Until = App.Time.GetUtcNow() });
        var staff = await StaffAsync();

        var list = (await staff.GetAsync(Editor)).ShouldBeOk();

        list.Texts(".p-tabs__count").ShouldBe(["4", "1", "1", "1", "1"]);
        foreach (var (view, title) in new[]
        {
            ("draft", "下書きのもの"), ("planned", "予定のもの"), ("shown", "掲載中のもの"), ("over", "終わったもの"),
        })
        {
            (await staff.GetAsync($"{Editor}?view={view}")).Texts("tbody th a").ShouldBe([title]);
        }
    }

    [Theory]
    [InlineData("TitleJa", "", "件名（日本語）を入力してください")]
    [InlineData("TextJa", "", "本文（日本語）を入力してください")]
    [InlineData("TitleEn", "Only a title", "本文（英語）を入力してください")]
    [InlineData("From", "", "掲載開始を入力してください")]
    [InlineData("From", "いつか", "掲載開始を実在する日付と時刻で")]
    [InlineData("From", "0001-01-01T00:00", "掲載開始は、2000年から2199年までの日時に")]
    [InlineData("Until", "9999-12-31T23:59", "掲載終了は、2000年から2199年までの日時に")]
    [InlineData("Until", "2026-01-05T09:00", "掲載開始より後の日時に")]
    [InlineData("State", "", "公開の状態を選択してください")]
    [InlineData("State", "Over", "公開の状態を選択してください")]
    public async Task ADMIN_6_WhatCannotBeSaved_IsSaidAtItsField(string field, string value, string said)
    {
        var staff = await StaffAsync();

        var again = (await Filled(await staff.GetAsync(New)).Forge(field, value).SubmitAsync("check")).ShouldBeRefused();

        again.ShouldShow(said).Find("textarea[name=TextJa]");
        (await App.World.Announcements.CountAsync()).ShouldBe(0);
    }

    [Fact]
    public async Task ADMIN_6_WhatNobodyHasSeen_IsNotPublishedForATimeThatIsOver_AndWhatTheyHaveSeenEndsEarlierThanNow()
    {
        var staff = await StaffAsync();
        var over = Filled(await staff.GetAsync(New)).Forge("From", "2026-01-01T09:00").Forge("Until", "2026-01-05T09:00");

        var again = (await over.Forge("State", "Shown").SubmitAsync("check")).ShouldBeRefused();

        again.ShouldShow("掲載終了は、いまより後の日時に").Find("input[name=Until]").GetAttribute("aria-invalid").ShouldBe("true");
        (await again.Form().Forge("State", "Draft").SubmitAsync("check")).ShouldBeOk();
        var shown = await (await again.Form().Forge("Until", "").SubmitAsync("check")).ShouldBeOk().Form().SubmitAsync("save");
        var edit = (await (await shown.ShouldBe(HttpStatusCode.SeeOther).FollowAsync()).ClickAsync("a[href$='/edit']")).ShouldBeOk();
        (await edit.Form().Fill("Until", "2026-01-05T09:00").SubmitAsync("check")).ShouldBeOk();
    }

    [Fact]
    public async Task AZ_17_TheAudience_IsOneThatTheTenantHas_AndStrangersReadWhatIsForAll()
    {
        var staff = await StaffAsync();
        async Task<PortalPage> CheckedAsync(params (string Name, string Value)[] fields) =>
            await fields.Aggregate(Filled(await staff.GetAsync(New)), (form, field) => form.Forge(field.Name, field.Value))
                .SubmitAsync("check");
        static async Task SavedAsync(Task<PortalPage> check) =>
            (await (await check).ShouldBeOk().Form().SubmitAsync("save")).ShouldBe(HttpStatusCode.SeeOther);

        (await CheckedAsync(("Audience", "Service"))).ShouldBeRefused().ShouldShow("対象のサービスを選択してください");
        (await CheckedAsync(("Audience", "Service"), ("Service", "架空のサービス"))).ShouldBeRefused();
        (await CheckedAsync(("Audience", "Contract"), ("Contract", "X"))).ShouldBeRefused().ShouldShow("この番号の契約はありません");
        (await CheckedAsync(("Audience", "1"))).ShouldBeRefused();
        (await CheckedAsync(("Audience", "Service"), ("Service", OtherService), ("SignIn", "true"))).ShouldBeRefused()
            .ShouldShow("対象がすべてのお客さまの場合だけです");
        await SavedAsync(CheckedAsync(("Audience", "Service"), ("Service", OtherService)));
        await SavedAsync(CheckedAsync(("Audience", "Contract"), ("Contract", Contract)));
        await SavedAsync(CheckedAsync(("Audience", "Contract"), ("Contract", " " + Contract.ToLowerInvariant().Replace('1', '１'))));

        (await App.World.Announcements.ListAsync(row => new { row.Audience, row.Service, HasContract = row.ContractId != null }))
            .Select(row => (row.Audience, row.Service, row.HasContract)).ShouldBe(
            [
                (AnnouncementAudience.Service, OtherService, false), (AnnouncementAudience.Contract, null, true),
                (AnnouncementAudience.Contract, null, true),
            ], ignoreOrder: true);
    }

    [Fact]
    public async Task HOME_1_ABannerIsShownAgain_OnlyWhenStaffChooseSo()
    {
        var row = await AddAsync("切り替え作業", content => content with { HasBanner = true });
        var reader = await SignedInAsync(ReaderId);
        await (await reader.GetAsync(Home)).Form("form[action$='/dismiss']").SubmitAsync();
        var staff = await StaffAsync();

        await ChangeAsync(staff, row, form => form.Fill("TextJa", "時刻が変わりました"));
        (await reader.GetAsync(Home)).Has(".p-banner").ShouldBeFalse();

        await ChangeAsync(staff, row, form => form.Check("ShowAgain"));
        (await reader.GetAsync(Home)).Texts(".p-banner__title").ShouldBe(["切り替え作業"]);
        (await App.World.Audit.ReadAsync("announcement-changed", row.Id, happened => happened.Details))!.ShouldContain("shownAgain");
        (await staff.GetAsync(EditorPathOf(row))).ShouldShow("バナーの再表示").ShouldShow("本文の変更");
    }

    [Fact]
    public async Task HOME_1_APageThatWasOpenBefore_ClosesWhatStoodThere_AndNotWhatIsShownAgain()
    {
        var row = await AddAsync("切り替え作業", content => content with { HasBanner = true });
        var reader = await SignedInAsync(ReaderId);
        var before = await reader.GetAsync(Home);
        await ChangeAsync(await StaffAsync(), row, form => form.Fill("TitleJa", "切り替え作業の中止").Check("ShowAgain"));
        var again = await reader.GetAsync(Home);

        await before.Form("form[action$='/dismiss']").SubmitAsync();
        (await reader.GetAsync(Home)).Texts(".p-banner__title").ShouldBe(["切り替え作業の中止"]);

        await again.Form("form[action$='/dismiss']").SubmitAsync();
        (await reader.GetAsync(Home)).Has(".p-banner").ShouldBeFalse();
        await before.Form("form[action$='/dismiss']").SubmitAsync();
        (await reader.GetAsync(Home)).Has(".p-banner").ShouldBeFalse("what was closed stays closed");
    }

    [Fact]
    public async Task HOME_1_ABannerThatSomebodyClosed_CanBeShownAgain_AlsoAfterItRested()
    {
        var row = await AddAsync("切り替え作業", content => content with { HasBanner = true });
        var plain = await AddAsync("バナーなし");
        var reader = await SignedInAsync(ReaderId);
        await (await reader.GetAsync(Home)).Form("form[action$='/dismiss']").SubmitAsync();
        var staff = await StaffAsync();
        (await staff.GetAsync(EditorPathOf(plain, "/edit"))).ShouldBeOk().Has("[name=ShowAgain]").ShouldBeFalse();

        await ChangeAsync(staff, row, form => form.Choose("State", "Draft"));
        (await staff.GetAsync(EditorPathOf(row, "/edit"))).Has("[name=ShowAgain]").ShouldBeTrue("of a draft, too");
        await ChangeAsync(staff, row, form => form.Uncheck("Banner"));
        await ChangeAsync(staff, row, form => form.Choose("State", "Shown").Check("Banner").Check("ShowAgain"));

        (await reader.GetAsync(Home)).Texts(".p-banner__title").ShouldBe(["切り替え作業"]);
    }

    [Fact]
    public async Task ADMIN_6_AnEdit_KeepsAServiceThatNoContractHasAnyMore()
    {
        var row = await AddAsync("お知らせ", content => content with
        {
            Audience = AnnouncementAudience.Service,
            Service = "終わったサービス",
        });
        var staff = await StaffAsync();

        await ChangeAsync(staff, row, form => form.Fill("TitleJa", "新しい件名"));

        (await App.World.Announcements.ReadAsync(each => new { each.TitleJa, each.Service }))
            .ShouldBe(new { TitleJa = "新しい件名", Service = (string?)"終わったサービス" });
    }

    [Fact]
    public async Task ADMIN_6_TheSiteStandsInItsRow_WhereThereAreSeveral()
    {
        await AddAsync("お知らせ");
        var one = await StaffAsync();
        (await one.GetAsync(Editor)).ShouldBeOk().Texts("tbody th").ShouldBe(["お知らせ"]);

        await App.ChangeProfileAsync("rental", profile => profile with { Features = [.. profile.Features, "announcements"] });
        await AddAsync("レンタルのお知らせ", tenant: "rental");
        await LookAfterAsync("editor@portal.test", "rental");
        (await one.GetAsync(Editor)).ShouldBeOk().Texts("tbody th").ShouldAllBe(text => text.Length > "レンタルのお知らせ".Length);
    }

    [Fact]
    public async Task SAFE_1_ChangedElsewhere_BothVersionsAreShown_AndNothingTypedIsLost()
    {
        var row = await AddAsync("はじめの件名");
        var staff = await StaffAsync();
        var mine = (await staff.GetAsync(EditorPathOf(row, "/edit"))).Form().Fill("TitleJa", "わたしの件名");
        var check = (await mine.SubmitAsync("check")).ShouldBeOk();
        await ChangeAsync(staff, row, form => form.Fill("TitleJa", "先に変わった件名"));

        var told = (await check.Form().SubmitAsync("save")).ShouldBe(HttpStatusCode.Conflict);

        told.ShouldShow("わたしの件名").ShouldShow("先に変わった件名");
        (await told.Form("main form").SubmitAsync("save")).ShouldBe(HttpStatusCode.SeeOther);
        (await App.World.Announcements.ReadAsync(each => each.TitleJa)).ShouldBe("わたしの件名");
    }

    [Fact]
    public async Task ADMIN_6_Unchanged_LeavesNoEvent()
    {
        var row = await AddAsync("そのまま");
        var staff = await StaffAsync();

        (await (await ChangeAsync(staff, row, form => form)).FollowAsync()).ShouldShow("変更した項目はありません");

        (await App.World.Audit.CountAsync("announcement-changed")).ShouldBe(0);
    }

    [Fact]
    public async Task ADMIN_6_ADeletion_IsConfirmed_Recorded_AndLeavesNothing()
    {
        var row = await AddAsync("消すもの", content => content with { HasBanner = true });
        var reader = await SignedInAsync(ReaderId);
        await reader.GetAsync(PathOf(row));
        var staff = await StaffAsync();
        var confirm = (await (await staff.GetAsync(EditorPathOf(row))).ClickAsync("削除")).ShouldBeOk().ShouldShow("元に戻せません");

        (await (await confirm.Form().SubmitAsync()).FollowAsync()).ShouldShow("「消すもの」を削除しました");

        (await reader.GetAsync(PathOf(row))).ShouldBeNotFound();
        (await App.World.AnnouncementReadings.CountAsync()).ShouldBe(0);
        (await App.World.Audit.CountAsync("announcement-deleted", row.Id)).ShouldBe(1);
        (await confirm.Form().SubmitAsync()).ShouldBeNotFound();
    }

    [Fact]
    public async Task ADMIN_6_WhatChangedMeanwhile_IsNotDeletedUnseen()
    {
        var row = await AddAsync("消すもの");
        var staff = await StaffAsync();
        var confirm = await staff.GetAsync(EditorPathOf(row, "/delete"));
        await ChangeAsync(staff, row, form => form.Fill("TitleJa", "変わったもの"));

        (await (await confirm.Form().SubmitAsync()).FollowAsync()).ShouldShow("削除していません").ShouldShow("変わったもの");
    }

    [Fact]
    public async Task AZ_01_AZ_20_AgentsStrangersAndCustomers_EditNothing()
    {
        var row = await AddAsync("お知らせ");
        var (agent, elsewhere) = (await StaffAsync(AccountRole.Agent, loginId: "agent@portal.test"),
            await StaffAsync(tenant: "rental", loginId: "elsewhere@portal.test"));
        var customer = await SignedInAsync(ReaderId);

        foreach (var path in new[] { Editor, New, EditorPathOf(row), EditorPathOf(row, "/edit"), EditorPathOf(row, "/delete") })
        {
            (await agent.GetAsync(path)).Status.ShouldNotBe(HttpStatusCode.OK, path);
            (await customer.GetAsync(path)).Status.ShouldNotBe(HttpStatusCode.OK, path);
        }

        (await elsewhere.GetAsync(Editor)).ShouldBeOk().ShouldNotShow("お知らせを作成");
        foreach (var path in new[] { New, EditorPathOf(row), EditorPathOf(row, "/edit"), $"{Editor}/rental/new" })
        {
            (await elsewhere.GetAsync(path)).ShouldBeNotFound();
        }

        (string Name, string Value)[] typed =
        [
            ("Level", "Incident"), ("TitleJa", "乗っ取り"), ("TextJa", "本文"), ("From", "2026-01-05T09:00"), ("Audience", "Tenant"),
            ("State", "Shown"), ("Step", "save"), ("Version", "1"),
        ];
        foreach (var path in new[] { New, EditorPathOf(row, "/edit"), EditorPathOf(row, "/delete") })
        {
            (await CraftAsync(elsewhere, Editor, path, typed)).ShouldBeNotFound();
            (await CraftAsync(agent, "/admin/account", path, typed)).Status.ShouldBe(HttpStatusCode.Forbidden, path);
            (await CraftAsync(customer, Home, path, typed)).Status.ShouldBeOneOf(HttpStatusCode.Redirect, HttpStatusCode.SeeOther,
                HttpStatusCode.BadRequest, HttpStatusCode.Forbidden);
        }

        (await App.World.Announcements.ListAsync(each => each.TitleJa)).ShouldBe(["お知らせ"]);

        // What was refused is what works for whoever may.
        var staff = await StaffAsync(loginId: "own@portal.test");
        (await CraftAsync(staff, Editor, New, typed)).ShouldBe(HttpStatusCode.SeeOther);
        (await CraftAsync(staff, Editor, EditorPathOf(row, "/edit"), typed)).ShouldBe(HttpStatusCode.SeeOther);
        (await App.World.Announcements.ListAsync(each => each.TitleJa)).ShouldBe(["乗っ取り", "乗っ取り"]);
    }

    private Task LookAfterAsync(string loginId, string tenant) => App.InTenantAsync("admin", async services =>
        services.GetRequiredService<PortalDbContext>().StaffAssignments.Add(new StaffAssignment
        {
            UserId = await App.World.Accounts.IdOfAsync(loginId),
            TenantId = (await services.GetRequiredService<TenantCatalog>().FindBySlugAsync(tenant))!.Id,
        }));

    private static PortalForm Filled(PortalPage page) => page.Form().Choose("Level", "Maintenance").Fill("TitleJa", "回線の切り替え")
        .Fill("TextJa", "作業の間、**通信が止まります**。").Fill("From", "2026-01-05T09:00").Choose("Audience", "Tenant").Choose("State", "Draft");

    private static async Task<PortalPage> ChangeAsync(PortalBrowser staff, Announcement row, Func<PortalForm, PortalForm> fill)
    {
        var check = (await fill((await staff.GetAsync(EditorPathOf(row, "/edit"))).ShouldBeOk().Form()).SubmitAsync("check")).ShouldBeOk();
        return (await check.Form().SubmitAsync("save")).ShouldBe(HttpStatusCode.SeeOther);
    }
}
