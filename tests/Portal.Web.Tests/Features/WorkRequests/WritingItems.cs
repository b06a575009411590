using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Portal.Rules.WorkRequests;
using Portal.TestKit.Accounts;
using Portal.TestKit.Web;
using Portal.Web.Data;
using Portal.Web.Domain.WorkRequests;

namespace Portal.Web.Tests.Features.WorkRequests;

/// <summary>The staff writes an item field by field, without knowing JSON (ADMIN-6, WORK-1).</summary>
public sealed class WritingItems : WorkTest
{
    private const string Editor = "/admin/catalog";
    private const string New = $"{Editor}/security/new";

    [Fact]
    public async Task ADMIN_6_WORK_1_AFormOfEveryKindOfField_IsBuiltByButtons_LookedAtInBothLanguages_AndSaved()
    {
        var staff = await EditorAsync();
        var page = (await staff.GetAsync(New)).ShouldBeOk();
        var form = Head(page).Fill(In("at-labelJa"), "対象").Fill(In("at-labelEn"), "Target").Fill(In("at-longest"), "４０")
            .Choose(In("at-required"), "true");

        page = (await form.SubmitAsync("field.add")).ShouldBeOk();
        page = (await Form(page).Choose(In("at-type"), "choice").Fill(In("at-labelJa"), "種類").Fill(In("at-labelEn"), "Kind")
            .SubmitAsync("redraw")).ShouldBeOk();
        page = (await Form(page).Fill(In("at-options"), "追加 | Add\r\n削除 | Remove").SubmitAsync("field.add")).ShouldBeOk();
        page = (await Form(page).Choose(In("at-type"), "table").Fill(In("at-labelJa"), "ルール").Fill(In("at-labelEn"), "Rules")
            .SubmitAsync("redraw")).ShouldBeOk();
        page = (await Form(page).SubmitAsync("column.add")).ShouldBeOk();
        page = (await Form(page).Fill(In("column-0-labelJa"), "備考").Fill(In("column-0-labelEn"), "Note").SubmitAsync("column.add"))
            .ShouldBeOk();
        page = (await Form(page).Fill(In("column-1-labelJa"), "名前").Fill(In("column-1-labelEn"), "Name")
            .Choose(In("column-1-required"), "true").SubmitAsync("column.up.1")).ShouldBeOk();
        page.Find($"[name='{In("column-0-labelEn")}']").GetAttribute("value").ShouldBe("Name");
        page = (await Form(page).SubmitAsync("field.add")).ShouldBeOk();
        page = (await Form(page).Choose(In("at-type"), "file").Fill(In("at-labelJa"), "図").Fill(In("at-labelEn"), "Drawing")
            .SubmitAsync("field.up.3")).ShouldBeOk();
        (await App.World.WorkItems.CountAsync()).ShouldBe(3, "nothing is saved until it is");

        var check = (await Form(page).SubmitAsync("check")).ShouldBeOk();
        check.ShouldShow("まだ保存していません").ShouldShow("ルールの試験").ShouldShow("Rule test").ShouldShow("Drawing");
        check.Has("fieldset[disabled] input[name='ja[field1]']").ShouldBeTrue();
        check.Has("fieldset[disabled] select[name='en[field2]']").ShouldBeTrue();
        var back = (await Form(check).SubmitAsync("back")).ShouldBeOk();
        back.Find($"[name='{In("titleJa")}']").GetAttribute("value").ShouldBe("ルールの試験");
        check = (await Form(back).SubmitAsync("check")).ShouldBeOk();
        var saved = await (await Form(check).SubmitAsync("save")).FollowAsync();

        saved.ShouldBeOk().ShouldShow("作業を保存しました（第1版）").ShouldShow("非公開");
        var item = (await App.World.WorkItems.AskAsync(rows => rows.Where(row => row.Code == "rule-test"))).ShouldHaveSingleItem();
        var definition = await DefinitionOfAsync(item.Id);
        (definition.Title, definition.Points, definition.Days).ShouldBe((new WorkText("ルールの試験", "Rule test"), 7, 3));
        definition.Terms.ShouldBe(new WorkText("条件\n二行目", "Terms"));
        definition.Fields.Select(field => (field.Key, field.Type, field.Required)).ShouldBe([
            ("field1", WorkFieldType.Text, true),
            ("field2", WorkFieldType.Choice, false),
            ("field3", WorkFieldType.File, false),
            ("field4", WorkFieldType.Table, false),
        ]);
        definition.Fields.Select(field => field.Label.En).ShouldBe(["Target", "Kind", "Drawing", "Rules"]);
        definition.Fields[0].Longest.ShouldBe(40);
        definition.Fields[1].Options.Select(option => option.Label.Ja).ShouldBe(["追加", "削除"]);
        definition.Fields[3].Columns.Select(column => (column.Label.Ja, column.Required)).ShouldBe([("名前", true), ("備考", false)]);
        item.Names.ShouldBe(["プレミアム"]);
        (await App.World.Audit.CountAsync("work-item-added", item.Id)).ShouldBe(1);
    }

    [Fact]
    public async Task WORK_1_WhatIsStored_IsShownInItsFields_AndAChangeIsANewVersion()
    {
        var staff = await EditorAsync();
        var page = await (await staff.GetAsync($"{Editor}/security/{PolicyId}")).ClickAsync("変更");
        page.Find($"[name='{In("titleEn")}']").GetAttribute("value").ShouldBe("Detection policy change");

        page = (await Form(page).Fill(In("points"), "25").SubmitAsync("field.open.2")).ShouldBeOk();
        page.Find($"[name='{In("at-options")}']").TextContent.ShouldBe("add | 追加 | Add\nremove | 削除 | Remove");
        var check = (await Form(page).Fill(In("at-labelJa"), "変更の内容").SubmitAsync("check")).ShouldBeOk();
        var saved = await (await Form(check).SubmitAsync("save")).FollowAsync();

        saved.ShouldBeOk().ShouldShow("第2版").ShouldShow("25ポイント").ShouldShow("変更の内容");
        var definition = await DefinitionOfAsync(PolicyId);
        definition.Fields.Select(field => field.Key).ShouldBe(["target", "why", "kind", "on", "rules"]);
        definition.Fields[2].Options.Select(option => option.Value).ShouldBe(["add", "remove"]);
        (await App.World.Audit.ReadAsync("work-item-changed", PolicyId, happened => happened.Details))!.ShouldContain("[20,25]");
    }

    [Fact]
    public async Task WORK_1_WhatWasWrittenByHandAndIsTheSame_IsNoNewVersion()
    {
        var staff = await EditorAsync();
        var check = await Form(await staff.GetAsync($"{Editor}/security/{PolicyId}/edit")).SubmitAsync("check");

        var page = await (await Form(check.ShouldBeOk()).SubmitAsync("save")).FollowAsync();

        page.ShouldShow("変更はありませんでした");
        (await App.World.WorkItemVersions.CountAsync(version => version.ItemId == PolicyId)).ShouldBe(1);
    }

    [Theory]
    [InlineData("ItemCode", "Rule Test", "コードは英小文字で始め", "ItemCode")]
    [InlineData("Position", "-1", "表示順", "Position")]
    [InlineData("Values[titleJa]", "", "作業名（日本語）を入力してください", "Values[titleJa]")]
    [InlineData("Values[summaryEn]", "", "説明（英語）を入力してください", "Values[summaryEn]")]
    [InlineData("Values[points]", "たくさん", "必要なポイントを0から100000までの数字で入力してください", "Values[points]")]
    [InlineData("Values[points]", "", "必要なポイントを入力してください", "Values[points]")]
    [InlineData("Values[days]", "0", "作業の日数を1から365までの数字で入力してください", "Values[days]")]
    [InlineData("Values[termsEn]", "", "依頼の条件（英語）を入力してください", "Values[termsEn]")]
    [InlineData("Values[at-labelEn]", "", "見出し（英語）を入力してください", "Values[at-labelEn]")]
    [InlineData("Values[at-key]", "1a", "識別名は英小文字で始まる英数字で入力してください", "Values[at-key]")]
    [InlineData("Values[at-longest]", "201", "文字数の上限を1から200までの数字で入力してください", "Values[at-longest]")]
    public async Task ADMIN_6_WhatIsWrong_IsSaidAtItsField_AndNothingTypedIsLost(string field, string typed, string said, string at)
    {
        var staff = await EditorAsync();
        var form = Head(await staff.GetAsync(New)).Fill(In("at-labelJa"), "対象").Fill(In("at-labelEn"), "Target").Fill(field, typed);

        var again = await form.SubmitAsync("check");

        again.ShouldBeRefused().ShouldShow(said);
        again.Find($"[name='{at}']").GetAttribute("aria-invalid").ShouldBe("true");
        again.Find($"[name='{In("at-labelJa")}']").GetAttribute("value").ShouldBe("対象");
        again.Find($"[name='{In("termsJa")}']").TextContent.ShouldContain("二行目");
        (await App.World.WorkItems.CountAsync()).ShouldBe(3);
    }

    [Fact]
    public async Task ADMIN_6_AFieldThatIsWrongAndClosed_IsOpened_AndTheOthersAreMarked()
    {
        var staff = await EditorAsync();
        var page = await Head(await staff.GetAsync(New)).SubmitAsync("field.add");
        page = await Form(page).Choose(In("at-type"), "choice").SubmitAsync("field.add");
        page = await Form(page).Fill(In("at-labelJa"), "よい").Fill(In("at-labelEn"), "Good").SubmitAsync("check");

        page.ShouldBeRefused().ShouldShow("見出し（日本語）を入力してください").ShouldShow("項目2に誤りがあります").ShouldShow("要修正");
        page.Find($"[name='{In("open")}']").GetAttribute("value").ShouldBe("0");
        page = await Form(page).Fill(In("at-labelJa"), "一").Fill(In("at-labelEn"), "One").SubmitAsync("check");
        page.ShouldBeRefused().ShouldShow("選択肢を1個から50個まで入力してください");
        page = await Form(page).Fill(In("at-labelJa"), "二").Fill(In("at-labelEn"), "Two").Fill(In("at-options"), "はい").SubmitAsync("check");
        page.ShouldBeRefused().ShouldShow("1行目：「日本語 | 英語」の形で");
        (await Form(page).Fill(In("at-options"), "はい | Yes").SubmitAsync("check")).ShouldBeOk().ShouldShow("まだ保存していません");
    }

    [Fact]
    public async Task ADMIN_6_WithoutFields_OrWithTwoOfFiles_TheWholeIsRefused()
    {
        var staff = await EditorAsync();
        var empty = await Head(await staff.GetAsync(New)).SubmitAsync("field.remove.0");
        (await Form(empty).SubmitAsync("check")).ShouldBeRefused().ShouldShow("項目を1個から20個まで追加してください");

        var page = await Head(await staff.GetAsync(New)).Choose(In("at-type"), "file").Fill(In("at-labelJa"), "図")
            .Fill(In("at-labelEn"), "One").SubmitAsync("field.add");
        page = await Form(page).Choose(In("at-type"), "file").Fill(In("at-labelJa"), "図").Fill(In("at-labelEn"), "Two")
            .SubmitAsync("check");
        page.ShouldBeRefused().ShouldShow("file の項目は1つだけです");
    }

    [Theory]
    [InlineData("{")]
    [InlineData("null")]
    [InlineData("[]")]
    [InlineData("{\"LabelJa\":\"\\ud800\",\"Type\":null,\"Columns\":[null]}")]
    public async Task TR_08_AHiddenFieldThatWasChanged_IsRefusedAsAnyOther(string forged)
    {
        var staff = await EditorAsync();
        var form = Head(await staff.GetAsync(New)).Fill(In("at-labelJa"), "対象").Fill(In("at-labelEn"), "Target");

        var again = await form.Forge(In("field-1"), forged).Forge(In("field-2"), forged).SubmitAsync("check");

        again.ShouldBeRefused();
        (await App.World.WorkItems.CountAsync()).ShouldBe(3);
    }

    [Fact]
    public async Task SAFE_1_ADMIN_6_WhatSomebodyElseChanged_IsShown_AndOnesOwnCanBeSavedOverIt()
    {
        var staff = await EditorAsync();
        var check = await Form(await staff.GetAsync($"{Editor}/security/{PolicyId}/edit")).Fill(In("points"), "22").SubmitAsync("check");
        await ChangeAsync(Policy, PolicyJson.Replace("\"points\": 20", "\"points\": 21", StringComparison.Ordinal));

        var conflict = await Form(check).SubmitAsync("save");

        conflict.ShouldBe(HttpStatusCode.Conflict).ShouldShow("\"points\": 21").ShouldShow("\"points\": 22");
        var own = await conflict.Form("form:has(input[name=Definition])").SubmitAsync("back");
        var again = await Form(own.ShouldBeOk()).SubmitAsync("check");
        again.ShouldBeOk().ShouldShow("22ポイント");
        (await (await Form(again).SubmitAsync("save")).FollowAsync()).ShouldBeOk().ShouldShow("第3版").ShouldShow("22ポイント");
    }

    [Fact]
    public async Task AZ_01_ADMIN_11_OnlyAdministratorsOfTheTenantWrite()
    {
        (await (await AgentAsync()).GetAsync(New)).ShouldBeForbidden();
        var other = await EditorAsync("control");
        (await other.GetAsync(New)).ShouldBeNotFound();
        (await other.GetAsync($"{Editor}/security/{PolicyId}/edit")).ShouldBeNotFound();
    }

    private static string In(string input) => $"Values[{input}]";

    private static PortalForm Form(PortalPage page) => page.Form("form:has(input[name=Version])");

    /// <summary>What is said of the item itself.</summary>
    private static PortalForm Head(PortalPage page) => Form(page.ShouldBeOk()).Fill("ItemCode", "rule-test").Fill("OnlyWith", "プレミアム")
        .Fill(In("titleJa"), "ルールの試験").Fill(In("titleEn"), "Rule test").Fill(In("summaryJa"), "試します。").Fill(In("summaryEn"), "Tests.")
        .Fill(In("categoryJa"), "検知").Fill(In("categoryEn"), "Detection").Fill(In("points"), "7").Fill(In("days"), "3")
        .Fill(In("termsJa"), "条件\r\n二行目").Fill(In("termsEn"), "Terms");

    private Task<WorkDefinition> DefinitionOfAsync(Guid item) => App.InTenantAsync(Tenant, async services =>
        WorkCatalogue.Read(await services.GetRequiredService<PortalDbContext>().WorkItemVersions.Where(row => row.ItemId == item)
            .OrderByDescending(row => row.Edition).FirstAsync()));
}
