using System.Net;
using Portal.TestKit.Web;

namespace Portal.Web.Tests.Features.Knowledge;

/// <summary>Bases and categories, as the staff arranges them (ADMIN-6, KNOW-1).</summary>
public sealed class ArrangingShelves : KnowledgeTest
{
    private const string Editor = "/admin/kb";
    private const string New = $"{Editor}/{Tenant}/new";
    private const string Shelves = $"{Editor}/{Tenant}/shelves";

    [Fact]
    public async Task ADMIN_6_KNOW_1_BasesAndCategories_AreAdded()
    {
        var staff = await StaffAsync();
        var page = (await staff.GetAsync(Shelves)).ShouldBeOk().ShouldShow("使い方");
        PortalForm Named(PortalPage on, string slug) =>
            on.Form().Fill("NameJa", "よくある質問").Fill("NameEn", "Questions").Fill("Slug", slug);

        page = await (await Named(page, "answers").SubmitAsync()).FollowAsync();
        page.ShouldShow("「よくある質問」を追加しました");
        (await Named(page, "answers").SubmitAsync()).ShouldBeRefused().ShouldShow("同じアドレスの名前");
        (await Named(page, "Answers").SubmitAsync()).ShouldBeRefused();
        var answers = page.Find("select[name=Base] option:last-child").GetAttribute("value")!;
        (await Named(page, "alerts").Choose("Base", answers).SubmitAsync()).ShouldBe(HttpStatusCode.SeeOther);

        (await staff.GetAsync(New)).ShouldShow("よくある質問 / よくある質問");
        (await App.World.Audit.CountAsync("knowledge-shelf-added")).ShouldBe(2);
    }

    [Fact]
    public async Task ADMIN_6_ABaseAndACategory_AreRenamed_AndReadersSeeIt()
    {
        await AddAsync("one", "記事の一");
        var staff = await StaffAsync();

        var form = (await (await staff.GetAsync(Shelves)).ClickAsync("名前の変更 使い方")).ShouldBeOk().Form();
        var page = await (await form.Fill("NameJa", "手引き").Fill("Slug", "manuals").SubmitAsync()).FollowAsync();
        page.ShouldShow("「手引き」の変更を保存しました");
        form = (await page.ClickAsync("名前の変更 機器")).ShouldBeOk().Form();
        (await (await form.Fill("NameJa", "装置").SubmitAsync()).FollowAsync()).ShouldShow("「装置」の変更を保存しました");

        var reader = await SignedInAsync(ReaderId);
        (await reader.GetAsync(List)).ShouldShow("手引き").ShouldNotShow("使い方");
        (await reader.GetAsync(List + "/b/manuals")).ShouldBeOk().ShouldShow("装置 1件");
        (await reader.GetAsync(List + "/b/guides")).ShouldBeNotFound();
        (await App.World.Audit.ListAsync("knowledge-shelf-changed", happened => happened.Details)).Count.ShouldBe(2);
        (await form.Anew().Fill("NameJa", "装置").SubmitAsync()).ShouldBe(HttpStatusCode.SeeOther);
        (await App.World.Audit.CountAsync("knowledge-shelf-changed")).ShouldBe(2, "it was named so already");
    }

    [Theory]
    [InlineData("使い方")]
    [InlineData("機器")]
    public async Task SAFE_1_ADMIN_6_WhatSomebodyElseRenamed_IsShownBesideOnesOwn(string name)
    {
        var staff = await StaffAsync();
        var page = await (await staff.GetAsync(Shelves)).ClickAsync("名前の変更 " + name);
        var other = (await staff.GetAsync(page.Address.AbsolutePath)).ShouldBeOk().Form();
        (await other.Fill("NameEn", "Somebody else's").SubmitAsync()).ShouldBe(HttpStatusCode.SeeOther);

        var conflict = await page.Form().Fill("NameJa", "手引き").SubmitAsync();

        conflict.ShouldBe(HttpStatusCode.Conflict).ShouldShow("手引き").ShouldShow("Somebody else's").ShouldShow("更新した人");
        (await App.World.Audit.CountAsync("knowledge-shelf-changed")).ShouldBe(1);
        var again = (await conflict.Form().SubmitAsync("back")).ShouldBeOk();
        again.Find("input[name=NameJa]").GetAttribute("value").ShouldBe("手引き");
        (await (await again.Form().SubmitAsync()).FollowAsync()).ShouldShow("「手引き」の変更を保存しました");
        (await App.World.Audit.CountAsync("knowledge-shelf-changed")).ShouldBe(2);
    }

    [Fact]
    public async Task ADMIN_6_TwoCategories_DoNotShareAnAddress_AndEachKeepsItsOwn()
    {
        var staff = await StaffAsync();
        var form = (await (await staff.GetAsync(Shelves)).ClickAsync("名前の変更 機器")).ShouldBeOk().Form();

        (await form.Fill("Slug", "reports").SubmitAsync()).ShouldBeRefused().ShouldShow("同じアドレスの名前");
        (await form.Anew().Fill("Slug", "Not A Slug").SubmitAsync()).ShouldBeRefused();
        (await form.Anew().Fill("Slug", "devices").Fill("NameJa", "").SubmitAsync()).ShouldBeRefused().ShouldShow("名前（日本語）を入力してください");

        (await App.World.Audit.CountAsync("knowledge-shelf-changed")).ShouldBe(0);
    }

    [Fact]
    public async Task ADMIN_6_OnlyWhatIsEmpty_IsDeleted()
    {
        var id = await AddAsync("one", "下書きの記事", with: row => row.IsPublished = false);
        var staff = await StaffAsync();
        var page = (await staff.GetAsync(Shelves)).ShouldBeOk().ShouldShow("記事1件");
        page.Texts("a[href$='/delete']").ShouldBe(["削除 レポート"]);
        var confirm = (await page.ClickAsync("削除 レポート")).ShouldBeOk().ShouldShow("「レポート」を削除しますか");
        await App.World.Articles.ChangeAsync(row => row.Id == id, row => row.CategoryId, await CategoryAsync(page, "レポート"));

        page = await (await confirm.Form().SubmitAsync()).FollowAsync();
        page.ShouldShow("「レポート」には分類または記事があるため、削除できません");
        page = await (await (await page.ClickAsync("削除 機器")).Form().SubmitAsync()).FollowAsync();
        page.ShouldShow("「機器」を削除しました").ShouldNotShow("名前の変更 機器");

        (await staff.GetAsync($"{Editor}/{Tenant}/{id}/delete")).ShouldBeOk();
        await (await staff.GetAsync($"{Editor}/{Tenant}/{id}/delete")).Form().SubmitAsync();
        (await confirm.Form().Anew().SubmitAsync()).ShouldBe(HttpStatusCode.SeeOther);
        page = (await staff.GetAsync(Shelves)).ShouldBeOk();
        page = await (await (await page.ClickAsync("削除 使い方")).Form().SubmitAsync()).FollowAsync();
        page.ShouldShow("ナレッジベースはまだありません");
        (await confirm.Form().Anew().SubmitAsync()).ShouldBeNotFound();
        (await App.World.Audit.CountAsync("knowledge-shelf-deleted")).ShouldBe(3);
    }

    [Fact]
    public async Task ADMIN_6_ACategoryThatWasDeletedMeanwhile_IsRefusedAtItsField()
    {
        var staff = await StaffAsync();
        var page = (await staff.GetAsync(New)).ShouldBeOk();
        var check = (await page.Form().Choose("Category", page.Find("select[name=Category] option:last-child").GetAttribute("value")!)
            .Fill("Slug", "log-forwarding").Fill("Author", "運用センター").Fill("TitleJa", "ログの転送").Fill("ReadingJa", "ろぐのてんそう")
            .Fill("TextJa", "本文").SubmitAsync("check")).ShouldBeOk();
        await (await (await (await staff.GetAsync(Shelves)).ClickAsync("削除 レポート")).Form().SubmitAsync()).FollowAsync();
        await (await (await (await staff.GetAsync(Shelves)).ClickAsync("削除 機器")).Form().SubmitAsync()).FollowAsync();

        (await check.Form().SubmitAsync("save")).ShouldBeRefused().ShouldShow("分類を選択してください");

        (await App.World.Articles.CountAsync()).ShouldBe(0);
    }

    private static async Task<Guid> CategoryAsync(PortalPage page, string name) =>
        Guid.Parse((await page.ClickAsync("名前の変更 " + name)).Address.Segments[^1]);
}
