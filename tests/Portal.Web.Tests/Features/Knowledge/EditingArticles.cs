using System.Net;
using Microsoft.Extensions.DependencyInjection;
using Portal.Rules.Delegation;
using Portal.Rules.Knowledge;
using Portal.TestKit.Accounts;
using Portal.TestKit.Web;
using Portal.Web.Data;
using Portal.Web.Data.Entities;
using Portal.Web.Tenancy;

namespace Portal.Web.Tests.Features.Knowledge;

/// <summary>The staff's side (ADMIN-6, KNOW-1).</summary>
public sealed class EditingArticles : KnowledgeTest
{
    private const string Editor = "/admin/kb";
    private const string New = $"{Editor}/{Tenant}/new";

    [Fact]
    public async Task ADMIN_6_KNOW_1_WrittenInBothLanguages_LookedAt_Opened_AndFound()
    {
        var staff = await StaffAsync();
        var form = await FilledAsync(staff);

        var check = (await form.Fill("TitleEn", "Forward logs").Fill("TextEn", "Use *syslog*.").Check("Everybody")
            .Choose("State", "published").SubmitAsync("check")).ShouldBeOk();

        check.ShouldShow("まだ保存していません").ShouldShow("ログの転送").ShouldShow("Forward logs").ShouldShow("すべてのお客さま");
        check.Body.ShouldContain("<em>syslog</em>");
        (await App.World.Articles.CountAsync()).ShouldBe(0);
        var saved = await (await check.Form().SubmitAsync("save")).FollowAsync();
        saved.ShouldShow("記事を公開しました").ShouldShow("ナレッジ記事の作成");
        var row = (await App.World.Articles.AskAsync(rows => rows)).ShouldHaveSingleItem();
        (row.Slug, row.AuthorName, row.IsPublished, row.ChangedBy).ShouldBe(("log-forwarding", "運用センター", true, "editor@portal.test"));
        row.PublishedAt.ShouldNotBeNull();
        (await App.World.ArticleVersions.ReadAsync(version => version.Language == "ja", version => version.Reading)).ShouldBe("ログノテンソウ");
        (await App.World.Audit.ReadAsync("article-added", row.Id, happened => happened.ActorKind)).ShouldBe(ActorKind.Staff);

        var reader = await SignedInAsync(ReaderId);
        (await reader.GetAsync(List + "/search?q=てんそう")).ShouldBeOk().ShouldShow("この条件に合う記事はありません");
        (await reader.GetAsync(List + "/search?q=転送")).Texts(".p-results__title a").ShouldBe(["ログの転送"]);
        (await reader.GetAsync(PathOf("log-forwarding"))).ShouldBeOk();
    }

    [Theory]
    [InlineData("ja", "機器", "レポート")]
    [InlineData("en", "Devices", "Reports")]
    public async Task ADMIN_6_FACE_7_TheHistoryNamesCategoriesInTheReadersLanguage(string language, string first, string second)
    {
        var staff = await StaffAsync();
        var page = (await staff.GetAsync(New)).ShouldBeOk();
        string Shelf(string name) => page.Document.QuerySelectorAll("select[name=Category] option")
            .Single(option => option.TextContent.Contains(name, StringComparison.Ordinal)).GetAttribute("value")!;
        await SaveAsync((await FilledAsync(staff)).Choose("Category", Shelf("機器")));
        App.Time.Advance(TimeSpan.FromMinutes(1));
        await SaveAsync((await EditAsync(staff)).Choose("Category", Shelf("レポート")));

        var id = await App.World.Articles.ReadAsync(row => row.Id);
        var history = (await staff.GetAsync($"{Editor}/{Tenant}/{id}?culture={language}")).ShouldBeOk().Texts(".p-timeline > li");

        history.Count.ShouldBe(2);
        history[0].ShouldContain(first);
        history[0].ShouldContain(second);
        history[1].ShouldContain(first);
    }

    [Fact]
    public async Task KNOW_1_WithoutAnOpening_APublishedArticleIsHidden()
    {
        var staff = await StaffAsync();

        var saved = await SaveAsync((await FilledAsync(staff)).Choose("State", "published"));

        saved.ShouldShow("公開先がないため").ShouldShow("公開先なし");
        (await (await SignedInAsync(ReaderId)).GetAsync(PathOf("log-forwarding"))).ShouldBeNotFound();
    }

    [Fact]
    public async Task AZ_17_OpenedForAServiceAndAContract_AndClosedAgain()
    {
        var staff = await StaffAsync();
        await SaveAsync((await FilledAsync(staff)).Choose("State", "published").Check("Services", OtherService)
            .Fill("Contracts", "ｎ900000001\nN900000001"));
        var (reader, other) = (await SignedInAsync(ReaderId), await SignedInAsync(OtherId));
        (await reader.GetAsync(PathOf("log-forwarding"))).ShouldBeOk();
        (await other.GetAsync(PathOf("log-forwarding"))).ShouldBeOk();

        await SaveAsync((await EditAsync(staff)).Fill("Contracts", ""));

        (await reader.GetAsync(PathOf("log-forwarding"))).ShouldBeNotFound();
        (await other.GetAsync(PathOf("log-forwarding"))).ShouldBeOk();
        (await App.World.Audit.ReadAsync("article-changed", happened => happened.Details))!.ShouldContain("openedFor");
        (await App.World.Articles.ReadAsync(row => row.UpdatedAt == row.PublishedAt)).ShouldBeTrue("its text is the same");
    }

    [Fact]
    public async Task KNOW_1_AChangedText_IsFoundByItsNewWords_AndByTheOldNoMore()
    {
        var staff = await StaffAsync();
        await SaveAsync((await FilledAsync(staff)).Choose("State", "published").Check("Everybody"));
        App.Time.Advance(TimeSpan.FromMinutes(5));

        await SaveAsync((await EditAsync(staff)).Fill("TextJa", "新しい方式で送ります").Fill("TitleEn", "Logs").Fill("TextEn", "New"));

        var reader = await SignedInAsync(ReaderId);
        (await reader.GetAsync(List + "/search?q=方式")).Texts(".p-results__title a").ShouldBe(["ログの転送"]);
        (await reader.GetAsync(List + "/search?q=syslog")).Texts(".p-results__title a").ShouldBeEmpty();
        (await reader.GetAsync(List + "/search?lang=en")).Texts(".p-results__title a").ShouldBe(["Logs"]);
        (await staff.GetAsync(Editor + "?culture=en")).Texts("tbody th a").ShouldBe(["Logs"]);
        (await App.World.Articles.ReadAsync(row => row.UpdatedAt > row.PublishedAt)).ShouldBeTrue();
        await SaveAsync((await EditAsync(staff)).Fill("TitleEn", "").Fill("TextEn", ""));
        (await reader.GetAsync(List + "/search?lang=en")).Texts(".p-results__title a").ShouldBeEmpty();
    }

    [Theory]
    [InlineData("TitleJa", "", "タイトル（日本語）を入力してください")]
    [InlineData("ReadingJa", "", "タイトルのよみを入力してください")]
    [InlineData("TextJa", "", "本文（日本語）を入力してください")]
    [InlineData("TitleEn", "Only a title", "本文（英語）を入力してください")]
    [InlineData("Slug", "Not A Slug", "半角の英小文字、数字、ハイフンで入力してください")]
    [InlineData("Slug", "search", "この名前はポータルの画面で使っています")]
    [InlineData("Slug", "suggestions", "この名前はポータルの画面で使っています")]
    [InlineData("Author", "", "作成者を入力してください")]
    [InlineData("Contracts", "N1\nN2", "契約番号「N1」の契約はありません")]
    [InlineData("State", "", "公開の状態を選択してください")]
    [InlineData("State", "open", "公開の状態を選択してください")]
    public async Task ADMIN_6_WhatCannotBeSaved_IsSaidAtItsField(string field, string value, string said)
    {
        var staff = await StaffAsync();

        (await (await FilledAsync(staff)).Forge(field, value).SubmitAsync("check")).ShouldBeRefused().ShouldShow(said);

        (await App.World.Articles.CountAsync()).ShouldBe(0);
    }

    [Fact]
    public async Task ADMIN_6_WhatTheFormDoesNotOffer_IsNotTaken()
    {
        var staff = await StaffAsync();

        (await (await FilledAsync(staff)).Forge("Category", Guid.NewGuid().ToString()).SubmitAsync("check")).ShouldBeRefused();
        (await (await FilledAsync(staff)).Forge("Services", "架空のサービス").SubmitAsync("check")).ShouldBeRefused();
    }

    [Fact]
    public async Task ADMIN_6_TwoArticles_DoNotShareAnAddress()
    {
        await AddAsync("log-forwarding", "前からの記事");
        var staff = await StaffAsync();
        var check = (await (await FilledAsync(staff)).SubmitAsync("check")).ShouldBeOk();

        (await check.Form().SubmitAsync("save")).ShouldBeRefused().ShouldShow("同じアドレスの名前の記事があります").ShouldShow("syslogで送ります");
        (await App.World.Articles.CountAsync()).ShouldBe(1);
    }

    [Fact]
    public async Task SAFE_1_ChangedElsewhere_BothVersionsAreShown()
    {
        var staff = await StaffAsync();
        await SaveAsync(await FilledAsync(staff));
        var check = (await (await EditAsync(staff)).Fill("TitleJa", "わたしの題").SubmitAsync("check")).ShouldBeOk();
        await SaveAsync((await EditAsync(staff)).Fill("TitleJa", "先に変わった題"));

        var told = (await check.Form().SubmitAsync("save")).ShouldBe(HttpStatusCode.Conflict);

        told.ShouldShow("わたしの題").ShouldShow("先に変わった題");
        (await told.Form().SubmitAsync("save")).ShouldBe(HttpStatusCode.SeeOther);
        (await App.World.ArticleVersions.ReadAsync(version => version.Title)).ShouldBe("わたしの題");
    }

    [Fact]
    public async Task ADMIN_6_ADeletion_TakesTextsReadingsAndFilesWithIt()
    {
        var id = await AddAsync("gone", "消す記事", english: "To be deleted");
        await AttachAsync(id, "添付.txt", "内容");
        await (await SignedInAsync(ReaderId)).GetAsync(PathOf("gone"));
        var staff = await StaffAsync();
        var page = (await staff.GetAsync($"{Editor}/{Tenant}/{id}")).ShouldBeOk().ShouldShow("添付.txt");

        (await (await (await page.ClickAsync("削除")).ShouldBeOk().Form().SubmitAsync()).FollowAsync()).ShouldShow("「消す記事」を削除しました");

        (await App.World.Articles.CountAsync()).ShouldBe(0);
        (await App.World.ArticleVersions.CountAsync()).ShouldBe(0);
        (await App.World.Files.CountAsync(file => file.State == StoredFileState.Clean)).ShouldBe(0);
        (await App.World.Audit.CountAsync("article-deleted", id)).ShouldBe(1);
    }

    [Fact]
    public async Task KNOW_1_AFileThatStaffAdd_IsDownloadedByReaders_FromTheTitleWhereSaidSo_AndRemoved()
    {
        var id = await AddAsync("sheet", "点検シート");
        var staff = await StaffAsync();
        var path = $"{Editor}/{Tenant}/{id}";

        var page = await (await (await staff.GetAsync(path)).Form("form[enctype]")
            .Attach("Files", "点検.csv", "\ufeff番号,結果\r\n1,良\r\n"u8.ToArray(), "text/csv").SubmitAsync()).FollowAsync();

        page.ShouldShow("ファイルを追加しました").Texts(".p-files__attached bdi").ShouldBe(["点検.csv"]);
        page.ShouldShow("添付ファイルの追加");
        var reader = await SignedInAsync(ReaderId);
        (await (await reader.GetAsync(PathOf("sheet"))).ClickAsync("点検.csv")).ShouldBeOk().Body.ShouldContain("番号,結果");
        page = await (await page.Form("form[action$='/title']").SubmitAsync()).FollowAsync();
        page.ShouldShow("タイトルの動作を変更しました");
        (await (await reader.GetAsync(List + "/search")).ClickAsync("点検シート")).ShouldBeOk().Body.ShouldContain("番号,結果");
        page = await (await page.Form("form[action$='/delete']").SubmitAsync()).FollowAsync();
        page.ShouldShow("ファイルを削除しました").Has(".p-files__attached bdi").ShouldBeFalse();
        (await App.World.Audit.ListAsync("article-changed", happened => happened.Details)).ShouldBe(
        [
            """{"fileAdded":"点検.csv"}""", """{"downloads":true}""", """{"fileRemoved":"点検.csv","downloads":false}""",
        ], ignoreOrder: true);
        (await (await reader.GetAsync(List + "/search")).ClickAsync("点検シート")).ShouldBeOk().Find("h1").TextContent.ShouldBe("点検シート");
    }

    [Theory]
    [InlineData("virus.exe", "MZ")]
    [InlineData("page.png", "<html></html>")]
    public async Task FI_01_WhatIsNotTaken_IsSaid_AndNotKept(string name, string content)
    {
        var id = await AddAsync("sheet", "点検シート");
        var staff = await StaffAsync();

        var page = (await (await staff.GetAsync($"{Editor}/{Tenant}/{id}")).Form("form[enctype]")
            .Attach("Files", name, System.Text.Encoding.UTF8.GetBytes(content)).SubmitAsync()).ShouldBeRefused();

        page.ShouldShow(name).Find("h1").TextContent.ShouldBe("点検シート");
        (await App.World.Files.CountAsync()).ShouldBe(0);
    }

    [Fact]
    public async Task FI_10_WithoutAFile_OrWithOneThatIsAnothers_NothingIsAdded()
    {
        var (id, other) = (await AddAsync("sheet", "点検シート"), await AddAsync("other", "別の記事"));
        var foreign = await AttachAsync(other, "別.txt", "内容");
        var staff = await StaffAsync();
        var form = (await staff.GetAsync($"{Editor}/{Tenant}/{id}")).ShouldBeOk().Form("form[enctype]");

        (await form.SubmitAsync()).ShouldBeRefused().ShouldShow("ファイルを選択してください");
        (await form.Anew().Forge("Files", foreign.ToString()).SubmitAsync()).ShouldBeRefused().ShouldShow("もう一度追加してください");

        (await App.World.Audit.CountAsync("article-changed")).ShouldBe(0);
        (await App.World.Files.ListAsync(file => file.Owner)).ShouldBe([$"article/{other:N}"]);
    }

    [Theory]
    [InlineData(StoredFileState.Checking)]
    [InlineData(StoredFileState.Refused)]
    public async Task FI_03_OnlyACleanFileOfTheArticle_DownloadsFromItsTitle(StoredFileState state)
    {
        var (id, other) = (await AddAsync("sheet", "点検シート"), await AddAsync("other", "別の記事"));
        var (own, foreign) = (await AttachAsync(id, "点検.txt", "項目"), await AttachAsync(other, "別.txt", "内容"));
        var staff = await StaffAsync();
        var path = $"{Editor}/{Tenant}/{id}";
        var title = (await staff.GetAsync(path)).Form("form[action$='/title']");
        await App.World.Files.ChangeAsync(file => file.Id == own, file => file.State, state);

        (await (await title.SubmitAsync()).FollowAsync()).ShouldShow("検査が終わったファイルだけを").Has("form[action$='/title']").ShouldBeFalse();
        (await staff.PostAsync($"{path}/files/{foreign}/title",
            title.Anew().Fields.Select(field => KeyValuePair.Create(field.Name, field.Value)))).ShouldBeNotFound();

        (await App.World.Articles.ListAsync(row => row.FileId)).ShouldBe([null, null]);
        (await App.World.Audit.CountAsync("article-changed")).ShouldBe(0);
    }

    [Fact]
    public async Task KNOW_1_ADraftThatIsPublishedLater_IsAsNewAsItsPublication()
    {
        var staff = await StaffAsync();
        await SaveAsync((await FilledAsync(staff)).Check("Everybody"));
        App.Time.Advance(TimeSpan.FromMinutes(5));
        await SaveAsync((await EditAsync(staff)).Choose("State", "published"));
        var published = App.Time.GetUtcNow();

        (await App.World.Articles.ReadAsync(row => new { row.PublishedAt, row.UpdatedAt }))
            .ShouldBe(new { PublishedAt = (DateTimeOffset?)published, UpdatedAt = published });
        App.Time.Advance(TimeSpan.FromMinutes(5));
        await SaveAsync((await EditAsync(staff)).Choose("State", "draft"));
        await SaveAsync((await EditAsync(staff)).Choose("State", "published"));

        (await App.World.Articles.ReadAsync(row => row.UpdatedAt)).ShouldBe(published, "it says what it said");
    }

    [Fact]
    public async Task ADMIN_6_AnEdit_KeepsAServiceThatNoContractHasAnyMore()
    {
        await AddAsync("one", "記事の一", opening: new ArticleOpening { Audience = ArticleAudience.Service, Service = "終わったサービス" });
        var staff = await StaffAsync();

        await SaveAsync((await EditAsync(staff)).Fill("Author", "編集部"));

        (await App.World.Articles.ReadAsync(row => row.AuthorName)).ShouldBe("編集部");
        (await App.World.Articles.ReadAsync(row => row.Openings.Single().Service)).ShouldBe("終わったサービス");
    }

    [Fact]
    public async Task ADMIN_6_TheSiteStandsInItsRow_WhereThereAreSeveral()
    {
        await AddAsync("one", "記事の一");
        var staff = await StaffAsync();

        (await staff.GetAsync(Editor)).ShouldBeOk().Texts("tbody th").ShouldBe(["記事の一"]);
        await App.ChangeProfileAsync("rental", profile => profile with { Features = [.. profile.Features, "knowledge"] });
        await LookAfterAsync("editor@portal.test", "rental");
        (await staff.GetAsync(Editor)).ShouldBeOk().Texts("tbody th").ShouldHaveSingleItem().Length.ShouldBeGreaterThan("記事の一".Length);
    }

    [Fact]
    public async Task ADMIN_6_TheList_HasATabForEachState_AndIsSearched()
    {
        await AddAsync("shown", "公開の記事");
        await AddAsync("draft", "下書きの記事", with: row => row.IsPublished = false);
        await AddAsync("hidden", "隠れた記事", isOpen: false);
        var staff = await StaffAsync();

        (await staff.GetAsync(Editor)).ShouldBeOk().Texts(".p-tabs__count").ShouldBe(["3", "1", "0", "1", "0", "1"]);
        foreach (var (view, title) in new[] { ("draft", "下書きの記事"), ("shown", "公開の記事"), ("hidden", "隠れた記事") })
        {
            (await staff.GetAsync($"{Editor}?view={view}")).Texts("tbody th a").ShouldBe([title]);
        }

        (await staff.GetAsync($"{Editor}?q=ｶｸﾚ")).Texts("tbody th a").ShouldBeEmpty();
        (await staff.GetAsync($"{Editor}?q=隠れた")).Texts("tbody th a").ShouldBe(["隠れた記事"]);
    }

    [Fact]
    public async Task AZ_01_AZ_20_AgentsStrangersAndCustomers_EditNothing()
    {
        var id = await AddAsync("one", "記事の一");
        var (agent, elsewhere) = (await StaffAsync(AccountRole.Agent, loginId: "agent@portal.test"),
            await StaffAsync(tenant: "rental", loginId: "elsewhere@portal.test"));
        var customer = await SignedInAsync(ReaderId);
        string[] pages =
        [
            New, $"{Editor}/{Tenant}/shelves", $"{Editor}/{Tenant}/{id}", $"{Editor}/{Tenant}/{id}/edit", $"{Editor}/{Tenant}/{id}/delete",
        ];

        foreach (var page in pages)
        {
            (await agent.GetAsync(page)).Status.ShouldNotBe(HttpStatusCode.OK, page);
            (await customer.GetAsync(page)).Status.ShouldNotBe(HttpStatusCode.OK, page);
            (await elsewhere.GetAsync(page)).ShouldBeNotFound();
        }

        var file = await AttachAsync(id, "添付.txt", "内容");
        var shelf = await App.World.Articles.ReadAsync(row => row.CategoryId);
        (string Name, string Value)[] typed =
        [
            ("Category", shelf.ToString()), ("Slug", "taken-over"), ("Author", "だれか"), ("TitleJa", "乗っ取り"), ("ReadingJa", "ノットリ"),
            ("TextJa", "本文"), ("State", "published"), ("Step", "save"), ("Version", "1"), ("download", "true"),
            ("NameJa", "乗っ取り"), ("NameEn", "Taken over"),
        ];
        var acts = new[]
        {
            New, $"{Editor}/{Tenant}/shelves", $"{Editor}/{Tenant}/shelves/{shelf}", $"{Editor}/{Tenant}/shelves/{shelf}/delete",
            $"{Editor}/{Tenant}/{id}/edit", $"{Editor}/{Tenant}/{id}/files/{file}/title", $"{Editor}/{Tenant}/{id}/files/{file}/delete",
            $"{Editor}/{Tenant}/{id}/delete",
        };
        foreach (var path in acts)
        {
            (await CraftAsync(elsewhere, Editor, path, typed)).ShouldBeNotFound();
            (await CraftAsync(agent, "/admin/account", path, typed)).Status.ShouldBe(HttpStatusCode.Forbidden, path);
        }

        (await App.World.Articles.ListAsync(row => new { row.Slug, row.FileId })).ShouldBe([new { Slug = "one", FileId = (Guid?)null }]);
        (await App.World.Files.ListAsync(each => each.State)).ShouldBe([StoredFileState.Clean]);
        (await App.World.Audit.ListAsync(happened => happened.Kind)).ShouldNotContain(kind => kind.StartsWith("article-")
            || kind.StartsWith("knowledge-"));

        // What was refused is what works for whoever may.
        var staff = await StaffAsync(loginId: "own@portal.test");
        foreach (var path in acts[..3].Concat(acts[5..]))
        {
            // Both acts on its file have changed it before it is deleted; a category says what it looked like.
            var version = path == acts[^1] ? "3"
                : path == acts[2] ? (await staff.GetAsync(path)).Find("input[name=Version]").GetAttribute("value")!
                : "1";
            (await CraftAsync(staff, Editor, path, [.. typed.Where(field => field.Name != "Version"), ("Version", version)]))
                .ShouldBe(HttpStatusCode.SeeOther);
        }

        (await App.World.Articles.ListAsync(row => row.Slug)).ShouldBe(["taken-over"]);
        (await elsewhere.GetAsync(Editor)).ShouldBeOk().ShouldNotShow("記事の一");
        (await elsewhere.GetAsync($"{Editor}/rental/new")).ShouldBeNotFound();
    }

    private Task LookAfterAsync(string loginId, string tenant) => App.InTenantAsync("admin", async services =>
        services.GetRequiredService<PortalDbContext>().StaffAssignments.Add(new StaffAssignment
        {
            UserId = await App.World.Accounts.IdOfAsync(loginId),
            TenantId = (await services.GetRequiredService<TenantCatalog>().FindBySlugAsync(tenant))!.Id,
        }));

    /// <summary>A post that no page offers, with the token that any page gives.</summary>
    private static async Task<PortalPage> CraftAsync(PortalBrowser browser, string page, string path, (string Name, string Value)[] fields)
    {
        var token = (await browser.GetAsync(page)).ShouldBeOk().Find("input[name=__RequestVerificationToken]").GetAttribute("value")!;
        return await browser.PostAsync(path,
        [
            .. fields.Select(field => KeyValuePair.Create(field.Name, field.Value)),
            KeyValuePair.Create("__RequestVerificationToken", token),
            KeyValuePair.Create("__form", Guid.NewGuid().ToString("N")),
        ]);
    }

    private static async Task<PortalForm> FilledAsync(PortalBrowser staff)
    {
        var page = (await staff.GetAsync(New)).ShouldBeOk();
        return page.Form().Choose("Category", page.Find("select[name=Category] option:last-child").GetAttribute("value")!)
            .Fill("Slug", "log-forwarding").Fill("Author", "運用センター").Fill("TitleJa", "ログの転送").Fill("ReadingJa", "ろぐのてんそう")
            .Fill("TextJa", "**ログ**はsyslogで送ります");
    }

    private async Task<PortalForm> EditAsync(PortalBrowser staff)
    {
        var id = await App.World.Articles.ReadAsync(row => row.Id);
        return (await staff.GetAsync($"{Editor}/{Tenant}/{id}/edit")).ShouldBeOk().Form();
    }

    private static async Task<PortalPage> SaveAsync(PortalForm form)
    {
        var check = (await form.SubmitAsync("check")).ShouldBeOk();
        return (await (await check.Form().SubmitAsync("save")).ShouldBe(HttpStatusCode.SeeOther).FollowAsync()).ShouldBeOk();
    }
}
