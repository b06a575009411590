using System.Net;
using Portal.TestKit.Accounts;
using Portal.TestKit.Web;

namespace Portal.Web.Tests.Features.Announcements;

/// <summary>An announcement names an article that says more (NEWS-1, AZ-17).</summary>
public sealed class NamingArticles : AnnouncementTest
{
    [Fact]
    public async Task NEWS_1_StaffChooseAnArticle_AndReadersComeToIt()
    {
        await AddArticleAsync("other-article", "別の記事");
        var article = await AddArticleAsync("switching", "切り替えの手順");
        var row = await AddAsync("切り替え作業");
        var staff = await StaffAsync();
        var edit = (await staff.GetAsync(EditorPathOf(row, "/edit"))).ShouldBeOk();
        edit.Texts("select[name=Article] option").ShouldBe(["なし", "別の記事", "切り替えの手順"], ignoreOrder: true);

        var check = (await edit.Form().Choose("Article", article.ToString()).SubmitAsync("check")).ShouldBeOk().ShouldShow("切り替えの手順");
        var saved = await (await check.Form().SubmitAsync("save")).FollowAsync();

        saved.ShouldShow("切り替えの手順").ShouldShow("関連する記事");
        (await App.World.Announcements.ReadAsync(each => each.ArticleId)).ShouldBe(article);
        (await App.World.Audit.ReadAsync("announcement-changed", row.Id, happened => happened.Details))!.ShouldContain("relatedArticle");
        var reader = await SignedInAsync(ReaderId);
        var page = (await reader.GetAsync(PathOf(row))).ShouldBeOk();
        (await page.ClickAsync("切り替えの手順")).ShouldBeOk().Find("h1").TextContent.ShouldBe("切り替えの手順");
        (await staff.GetAsync(EditorPathOf(row, "/edit"))).Find("select[name=Article] option[selected]").TextContent.ShouldBe("切り替えの手順");
    }

    [Fact]
    public async Task AZ_17_WhoDoesNotSeeTheArticle_DoesNotSeeItsName()
    {
        var article = await AddArticleAsync("secret-article", "診断の秘密", OtherService);
        var row = await AddAsync("お知らせ", content => content with { ArticleId = article });

        var hidden = (await (await SignedInAsync(ReaderId)).GetAsync(PathOf(row))).ShouldBeOk();

        hidden.Body.ShouldNotContain("診断の秘密");
        hidden.Body.ShouldNotContain("secret-article");
        hidden.ShouldNotShow("関連する記事");
        (await (await SignedInAsync(OtherId)).GetAsync(PathOf(row))).ShouldBeOk().ShouldShow("診断の秘密");
    }

    [Fact]
    public async Task ADMIN_6_AZ_17_AnArticleThatIsPlannedOrOver_IsNamedWhileItIsShown()
    {
        var article = await AddArticleAsync("planned-article", "来月からの手順");
        var from = App.Time.GetUtcNow().AddMinutes(5);
        await App.World.Articles.ChangeAsync(each => each.Id == article, each => each.ShownFrom, (DateTimeOffset?)from);
        await App.World.Articles.ChangeAsync(each => each.Id == article, each => each.ShownUntil, (DateTimeOffset?)from.AddMinutes(5));
        var row = await AddAsync("お知らせ", content => content with { ArticleId = article });
        var reader = await SignedInAsync(ReaderId);

        (await reader.GetAsync(PathOf(row))).ShouldBeOk().Body.ShouldNotContain("planned-article");
        App.Time.Advance(TimeSpan.FromMinutes(5));
        (await reader.GetAsync(PathOf(row))).ShouldBeOk().ShouldShow("来月からの手順");
        App.Time.Advance(TimeSpan.FromMinutes(5));
        (await reader.GetAsync(PathOf(row))).ShouldBeOk().Body.ShouldNotContain("planned-article");
    }

    [Fact]
    public async Task NEWS_1_WithoutTheFeatureOfArticles_NoneIsNamed_AndAnEditKeepsIt()
    {
        var article = await AddArticleAsync("switching", "切り替えの手順");
        var row = await AddAsync("お知らせ", content => content with { ArticleId = article });
        await App.ChangeProfileAsync(Tenant,
            profile => profile with { Features = [.. profile.Features.Where(name => name != "knowledge")] });
        var staff = await StaffAsync();

        (await (await SignedInAsync(ReaderId)).GetAsync(PathOf(row))).ShouldBeOk().ShouldNotShow("切り替えの手順");
        var edit = (await staff.GetAsync(EditorPathOf(row, "/edit"))).ShouldBeOk();
        edit.Has("select[name=Article]").ShouldBeFalse();
        var check = (await edit.Form().Fill("TitleJa", "新しい件名").SubmitAsync("check")).ShouldBeOk();
        (await check.Form().SubmitAsync("save")).ShouldBe(HttpStatusCode.SeeOther);

        (await App.World.Announcements.ReadAsync(each => each.TitleJa)).ShouldBe("新しい件名");
        (await App.World.Announcements.ReadAsync(each => each.ArticleId)).ShouldBe(article);
    }

    [Fact]
    public async Task AZ_17_AnArticleOfAnotherTenant_OrNone_IsRefused()
    {
        var foreign = await AddArticleAsync("foreign", "よその記事", tenant: "rental");
        await AddArticleAsync("own", "自分の記事");
        var row = await AddAsync("お知らせ");
        var staff = await StaffAsync();
        var edit = (await staff.GetAsync(EditorPathOf(row, "/edit"))).ShouldBeOk().ShouldNotShow("よその記事");

        foreach (var id in new[] { foreign.ToString(), Guid.NewGuid().ToString(), "x" })
        {
            (await edit.Form().Forge("Article", id).SubmitAsync("check")).ShouldBeRefused().ShouldShow("関連する記事を選択してください");
        }

        (await App.World.Announcements.ReadAsync(each => each.ArticleId)).ShouldBeNull();
    }

    [Fact]
    public async Task NEWS_1_ADeletedArticle_IsNamedNoMore_AndTheAnnouncementStays()
    {
        var article = await AddArticleAsync("switching", "切り替えの手順");
        var row = await AddAsync("お知らせ", content => content with { ArticleId = article });
        var staff = await StaffAsync();
        var check = (await (await staff.GetAsync(EditorPathOf(row, "/edit"))).Form().Fill("TitleJa", "新しい件名").SubmitAsync("check"))
            .ShouldBeOk();

        (await (await staff.GetAsync($"/admin/kb/{Tenant}/{article}/delete")).Form().SubmitAsync()).ShouldBe(HttpStatusCode.SeeOther);

        (await App.World.Articles.CountAsync()).ShouldBe(0);
        (await (await SignedInAsync(ReaderId)).GetAsync(PathOf(row))).ShouldBeOk().ShouldNotShow("関連する記事");
        (await check.Form().SubmitAsync("save")).ShouldBeRefused().ShouldShow("関連する記事を選択してください")
            .Find("input[name=TitleJa]").GetAttribute("value").ShouldBe("新しい件名");
    }

    [Fact]
    public async Task NEWS_1_AnArticleThatIsOneFile_Downloads()
    {
        var article = await AddArticleAsync("sheet", "点検シート");
        var file = Guid.CreateVersion7();
        await App.World.Articles.ChangeAsync(row => row.Id == article, row => row.FileId, file);
        var row = await AddAsync("お知らせ", content => content with { ArticleId = article });

        var page = (await (await SignedInAsync(ReaderId)).GetAsync(PathOf(row))).ShouldBeOk();

        var link = page.Find("a[download]");
        (link.GetAttribute("href"), link.TextContent).ShouldBe(($"/t/security/kb/sheet/files/{file}", "点検シート"));
    }
}
