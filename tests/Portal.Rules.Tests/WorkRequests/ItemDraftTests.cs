using Portal.Rules.WorkRequests;

namespace Portal.Rules.Tests.WorkRequests;

public sealed class ItemDraftTests
{
    private const string Json = """
        {
          "title": { "ja": "ポリシー", "en": "Policy" },
          "summary": { "ja": "変更します。", "en": "Changes." },
          "category": { "ja": "検知", "en": "Detection" },
          "points": 20, "days": 3,
          "terms": { "ja": "条件\n二行目", "en": "Terms" },
          "fields": [
            { "key": "target", "type": "text", "label": { "ja": "対象", "en": "Target" }, "required": true, "longest": 40 },
            { "key": "why", "type": "longText", "label": { "ja": "理由", "en": "Why" }, "hint": { "ja": "詳しく", "en": "In full" } },
            { "key": "kind", "type": "choice", "label": { "ja": "種類", "en": "Kind" }, "options": [
              { "value": "add", "label": { "ja": "追加 | 新規", "en": "Add \\ new" } },
              { "value": "remove", "label": { "ja": "削除", "en": "Remove" } } ] },
            { "key": "on", "type": "date", "label": { "ja": "希望日", "en": "Day" }, "daysAhead": 3 },
            { "key": "until", "type": "date", "label": { "ja": "終了日", "en": "Last day" }, "notBefore": "on" },
            { "key": "rules", "type": "table", "label": { "ja": "ルール", "en": "Rules" }, "mostRows": 3, "columns": [
              { "key": "name", "type": "text", "label": { "ja": "名前", "en": "Name" }, "required": true },
              { "key": "size", "type": "choice", "label": { "ja": "大きさ", "en": "Size" }, "options": [
                { "value": "s", "label": { "ja": "小", "en": "Small" } } ] } ] },
            { "key": "plan", "type": "file", "label": { "ja": "図", "en": "Drawing" } }
          ]
        }
        """;

    [Fact]
    public void ADMIN_6_WhatIsStored_GoesThroughTheForm_AndIsTheSame()
    {
        var stored = DefinitionReader.Read(Json).Definition.ShouldNotBeNull();

        var written = DraftWriter.Write(ItemDraft.Of(stored));

        var again = DefinitionReader.Read(written).Definition.ShouldNotBeNull();
        DraftWriter.Write(ItemDraft.Of(again)).ShouldBe(written);
        again.Fields.Select(field => (field.Key, field.Type, field.Label, field.Hint, field.Required, field.Longest, field.DaysAhead,
            field.NotBefore, field.MostRows)).ShouldBe(stored.Fields.Select(field => (field.Key, field.Type, field.Label, field.Hint,
                field.Required, field.Longest, field.DaysAhead, field.NotBefore, field.MostRows)));
        again.Fields[2].Options.ShouldBe(stored.Fields[2].Options);
        again.Fields[5].Columns[1].Options.ShouldBe(stored.Fields[5].Columns[1].Options);
        (again.Terms, again.Days, again.Points).ShouldBe((stored.Terms, 3, 20));
    }

    [Fact]
    public void ADMIN_6_WithoutAKey_OneIsGivenThatNobodyHas()
    {
        var draft = Fit() with
        {
            Fields =
            [
                Text("") with { Key = "field1" },
                Text(""),
                Text("") with { Type = "choice", Options = "はい | Yes\noption1 | いいえ | No" },
                Text("") with { Type = "table", Columns = [Text(""), Text("") with { Key = "column1" }] },
            ],
        };

        var definition = DefinitionReader.Read(DraftWriter.Write(draft)).Definition.ShouldNotBeNull();

        definition.Fields.Select(field => field.Key).ShouldBe(["field1", "field2", "field3", "field4"]);
        definition.Fields[2].Options.Select(option => option.Value).ShouldBe(["option2", "option1"]);
        definition.Fields[3].Columns.Select(column => column.Key).ShouldBe(["column2", "column1"]);
    }

    /// <summary>Who fills the form in while it changes finds the own words by their keys.</summary>
    [Fact]
    public void ADMIN_6_WORK_2_AKeyOfTheVersionBefore_IsGivenToNothingNew()
    {
        var first = Fit() with
        {
            Fields = [Text(""), Text("") with { Type = "choice", Options = "停止 | Stop\n再開 | Start" },
                Text("") with { Type = "table", Columns = [Text("")] }],
        };
        var before = DefinitionReader.Read(DraftWriter.Write(first)).Definition.ShouldNotBeNull();
        var stored = ItemDraft.Of(before).Fields;
        var draft = Fit() with
        {
            Fields = [Text(""), stored[1] with { Options = "option2 | 再開 | Start\n削除 | Delete" }, stored[2] with { Columns = [Text("")] }],
        };

        var after = DefinitionReader.Read(DraftWriter.Write(draft, before)).Definition.ShouldNotBeNull();

        after.Fields.Select(field => field.Key).ShouldBe(["field4", "field2", "field3"]);
        after.Fields[1].Options.Select(option => option.Value).ShouldBe(["option2", "option3"]);
        after.Fields[2].Columns.ShouldHaveSingleItem().Key.ShouldBe("column2");
    }

    [Theory]
    [InlineData("abc", DefinitionFaultKind.WrongType)]
    [InlineData("-1", DefinitionFaultKind.WrongType)]
    [InlineData("100001", DefinitionFaultKind.OutOfRange)]
    [InlineData("", DefinitionFaultKind.Missing)]
    public void ADMIN_6_ANumberThatIsNone_IsFoundWhereItStands(string typed, DefinitionFaultKind kind)
    {
        var fault = DefinitionReader.Read(DraftWriter.Write(Fit() with { Points = typed })).Faults.ShouldHaveSingleItem();

        (fault.Kind, fault.Where).ShouldBe((kind, "points"));
    }

    [Fact]
    public void ADMIN_6_FullWidthNumbersAndLineEndingsAreRead()
    {
        var draft = Fit() with { Points = "１，０００", TermsJa = "一\r\n二", TermsEn = "One\r\ntwo" };

        var definition = DefinitionReader.Read(DraftWriter.Write(draft)).Definition.ShouldNotBeNull();

        (definition.Points, definition.Terms!.Ja).ShouldBe((1000, "一\n二"));
    }

    [Theory]
    [InlineData("はい", "options[0].label.en")]
    [InlineData("a | はい | Yes\n1b | いいえ | No", "options[1].value")]
    [InlineData("a | はい | Yes\na | いいえ | No", "options[1].value")]
    [InlineData("a | b | c | d", "options[0].label.en")]
    [InlineData("", "options")]
    public void ADMIN_6_AnOptionThatIsNone_IsFoundOnItsLine(string typed, string where)
    {
        var draft = Fit() with { Fields = [Text("a") with { Type = "choice", Options = typed }] };

        DefinitionReader.Read(DraftWriter.Write(draft)).Faults.ShouldHaveSingleItem().Where.ShouldBe("fields[0]." + where);
    }

    [Theory]
    [InlineData("field.up.1", "b a c", 0)]
    [InlineData("field.down.1", "a c b", 2)]
    [InlineData("field.up.0", "a b c", 1)]
    [InlineData("field.down.2", "a b c", 1)]
    [InlineData("field.up.2", "a c b", 2)]
    [InlineData("field.down.0", "b a c", 0)]
    [InlineData("field.remove.0", "b c", 0)]
    [InlineData("field.remove.1", "a c", null)]
    [InlineData("field.remove.2", "a b", 1)]
    [InlineData("field.remove.9", "a b c", 1)]
    [InlineData("field.open.2", "a b c", 2)]
    [InlineData("field.close", "a b c", null)]
    [InlineData("field.add", "a b c ", 3)]
    [InlineData("redraw", "a b c", 1)]
    public void ADMIN_6_ButtonsMoveAndRemove_AndTheOpenFieldStaysOpen(string step, string order, int? open)
    {
        var draft = Fit() with { Fields = [Text("a"), Text("b"), Text("c")], Open = 1 };

        var after = ItemDraftSteps.Press(draft, step).ShouldNotBeNull();

        string.Join(' ', after.Fields.Select(field => field.Key)).ShouldBe(order);
        after.Open.ShouldBe(open);
    }

    [Theory]
    [InlineData("column.add", "x y ")]
    [InlineData("column.up.1", "y x")]
    [InlineData("column.down.0", "y x")]
    [InlineData("column.remove.0", "y")]
    [InlineData("column.remove.7", "x y")]
    public void ADMIN_6_ColumnsOfTheOpenField(string step, string order)
    {
        var draft = Fit() with { Fields = [Text("a"), Text("t") with { Type = "table", Columns = [Text("x"), Text("y")] }], Open = 1 };

        var columns = ItemDraftSteps.Press(draft, step).ShouldNotBeNull().Fields[1].Columns;

        string.Join(' ', columns.Select(column => column.Key)).ShouldBe(order);
    }

    [Theory]
    [InlineData("check")]
    [InlineData("save")]
    [InlineData(null)]
    [InlineData("field")]
    public void ADMIN_6_OtherButtonsAreNoneOfThese(string? step) => ItemDraftSteps.Press(Fit(), step).ShouldBeNull();

    [Fact]
    public void ADMIN_6_NoMoreFieldsThanAFormMayHave()
    {
        var draft = Fit() with { Fields = [.. Enumerable.Range(0, WorkLimits.Fields).Select(_ => Text(""))] };

        ItemDraftSteps.Press(draft, "field.add").ShouldNotBeNull().Fields.Count.ShouldBe(WorkLimits.Fields);
    }

    private static ItemDraft Fit() => new()
    {
        TitleJa = "題",
        TitleEn = "Title",
        SummaryJa = "説明",
        SummaryEn = "Summary",
        CategoryJa = "分類",
        CategoryEn = "Category",
        Points = "10",
        Fields = [Text("a")],
    };

    private static FieldDraft Text(string key) => new() { Key = key, LabelJa = "項目", LabelEn = "Field" };
}
