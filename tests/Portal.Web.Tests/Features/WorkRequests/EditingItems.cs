using System.Net;
using Portal.TestKit.Web;
using Portal.Web.Data.Entities;

namespace Portal.Web.Tests.Features.WorkRequests;

/// <summary>The staff writes the catalogue (ADMIN-6, WORK-1).</summary>
public sealed class EditingItems : WorkTest
{
    private const string Editor = "/admin/catalog";
    private const string New = $"{Editor}/security/new/json";

    [Fact]
    public async Task ADMIN_6_WORK_1_Written_LookedAtInBothLanguages_Saved_Published()
    {
        var staff = await EditorAsync();
        var form = Form((await staff.GetAsync(New)).ShouldBeOk());

        var check = (await form.Fill("ItemCode", "rule-test").Fill("Position", "5").Fill("OnlyWith", "プレミアム\r\n英語レポート")
            .Fill("Definition", Json("ルールの試験", "Rule test", "検知", "Detection", 7)).SubmitAsync("check")).ShouldBeOk();

        check.ShouldShow("まだ保存していません").ShouldShow("ルールの試験").ShouldShow("Rule test").ShouldShow("英語レポート");
        check.Has("fieldset[disabled] input[name='ja[about]']").ShouldBeTrue();
        check.Has("fieldset[disabled] input[name='en[about]']").ShouldBeTrue();
        (await App.World.WorkItems.CountAsync()).ShouldBe(3);
        var saved = await (await Form(check).SubmitAsync("save")).FollowAsync();

        saved.ShouldBeOk().ShouldShow("作業を保存しました（第1版）").ShouldShow("非公開");
        var row = (await App.World.WorkItems.AskAsync(rows => rows.Where(each => each.Code == "rule-test"))).ShouldHaveSingleItem();
        (row.Position, row.Edition, row.IsPublished).ShouldBe((5, 1, false));
        row.Names.ShouldBe(["プレミアム", "英語レポート"]);
        (await App.World.Audit.ReadAsync("work-item-added", row.Id, happened => happened.ActorKind)).ShouldBe(ActorKind.Staff);
        var published = await (await saved.Form("form[action$=publish]").SubmitAsync()).FollowAsync();
        published.ShouldBeOk().ShouldShow("作業を公開しました").ShouldShow("公開");
        (await App.World.Audit.CountAsync("work-item-published", row.Id)).ShouldBe(1);
    }

    [Fact]
    public async Task WORK_1_AChangeIsANewVersion_AndTheOldOneStays()
    {
        var staff = await EditorAsync();
        var page = (await staff.GetAsync($"{Editor}/security/{PolicyId}")).ShouldBeOk();
        var fields = (await page.ClickAsync("変更")).ShouldBeOk();
        var form = Form((await fields.ClickAsync("JSONで編集（詳しい方向け。入力中の内容は引き継ぎません）")).ShouldBeOk());

        var check = await form.Fill("Definition", Costing(25)).SubmitAsync("check");
        var saved = await (await Form(check.ShouldBeOk()).SubmitAsync("save")).FollowAsync();

        saved.ShouldBeOk().ShouldShow("第2版").ShouldShow("25ポイント");
        (await App.World.WorkItemVersions.CountAsync(version => version.ItemId == PolicyId)).ShouldBe(2);
        (await App.World.Audit.ReadAsync("work-item-changed", PolicyId, happened => happened.Details))!.ShouldContain("[20,25]");
        (await (await SignedInAsync(AuthorId)).GetAsync($"{Catalogue}/{Policy}")).ShouldShow("25ポイント");
    }

    [Fact]
    public async Task WORK_1_WhatIsHidden_CustomersNoLongerFind()
    {
        var staff = await EditorAsync();
        var item = await staff.GetAsync($"{Editor}/security/{PolicyId}");

        var page = await (await item.Form("form[action$=hide]").SubmitAsync()).FollowAsync();

        page.ShouldBeOk().ShouldShow("作業を非公開にしました");
        (await App.World.Audit.CountAsync("work-item-hidden", PolicyId)).ShouldBe(1);
        var customer = await SignedInAsync(AuthorId);
        (await customer.GetAsync($"{Catalogue}/{Policy}")).ShouldBeNotFound();
        (await customer.GetAsync(Catalogue)).ShouldBeOk().ShouldNotShow("検知ポリシーの変更");
    }

    [Theory]
    [InlineData("ItemCode", "Rule Test", "コードは英小文字で始め")]
    [InlineData("ItemCode", "", "コードを入力してください")]
    [InlineData("ItemCode", Policy, "このコードはほかの作業に使われています")]
    [InlineData("Position", "-1", "表示順")]
    [InlineData("Definition", "{", "1行目：JSONとして読めません")]
    [InlineData("Definition", "{\n \"points\": -5\n}", "2行目 points：数が範囲を外れています")]
    [InlineData("Definition", "{\n \"points\": -5\n}", "1行目 title：必要な項目がありません")]
    public async Task ADMIN_6_WhatCannotBeSaved_IsSaidAtItsField_WithItsLine(string field, string value, string said)
    {
        var staff = await EditorAsync();
        var form = Form(await staff.GetAsync(New)).Fill("ItemCode", "rule-test")
            .Fill("Definition", Json("試験", "Test", "検知", "Detection", 1))
            .Fill(field, value);

        var answer = await form.SubmitAsync("check");
        answer = answer.Status == HttpStatusCode.OK ? await Form(answer).SubmitAsync("save") : answer;

        answer.ShouldBeRefused().ShouldShow(said);
        (await App.World.WorkItems.CountAsync()).ShouldBe(3);
    }

    [Fact]
    public async Task SAFE_1_ADMIN_6_WhatSomebodyElseChanged_IsShownBesideOnesOwn()
    {
        var staff = await EditorAsync();
        var edit = Form(await staff.GetAsync($"{Editor}/security/{PolicyId}/json"));
        await ChangeAsync(Policy, Costing(21));

        var check = await edit.Fill("Definition", Costing(22)).SubmitAsync("check");
        var conflict = await Form(check).SubmitAsync("save");

        conflict.ShouldBe(HttpStatusCode.Conflict).ShouldShow("\"points\": 21").ShouldShow("\"points\": 22");
        (await App.World.WorkItemVersions.CountAsync(version => version.ItemId == PolicyId)).ShouldBe(2);
    }

    [Fact]
    public async Task ADMIN_11_AnAgent_ReadsRequestsAndWritesNoCatalogue()
    {
        var agent = await AgentAsync();

        (await agent.GetAsync(Desk)).ShouldBeOk();
        (await agent.GetAsync(Editor)).ShouldBeForbidden();
        (await CraftAsync(agent, Desk, $"{Editor}/security/{PolicyId}/hide", ("version", "1"))).ShouldBeForbidden();
        (await App.World.WorkItems.CountAsync(row => row.IsPublished)).ShouldBe(3);
    }

    [Fact]
    public async Task AZ_01_ADMIN_6_AnotherTenantsAdministrator_FindsNothing()
    {
        var staff = await EditorAsync("control");

        (await staff.GetAsync(Editor)).ShouldBeOk().ShouldNotShow("検知ポリシーの変更");
        (await staff.GetAsync($"{Editor}/security/{PolicyId}")).ShouldBeNotFound();
        (await staff.GetAsync($"{Editor}/control/new")).ShouldBeNotFound();
    }

    private static string Costing(int points) =>
        PolicyJson.Replace("\"points\": 20", $"\"points\": {points}", StringComparison.Ordinal);

    private static PortalForm Form(PortalPage page) => page.Form("form:has(input[name=Version])");
}
