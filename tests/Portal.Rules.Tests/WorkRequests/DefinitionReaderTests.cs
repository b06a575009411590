using Portal.Rules.WorkRequests;

namespace Portal.Rules.Tests.WorkRequests;

public sealed class DefinitionReaderTests
{
    internal const string Sound = """
        {
          "title": { "ja": "検知ポリシーの変更", "en": "Detection policy change" },
          "summary": { "ja": "検知の条件を変えます。", "en": "Changes what is detected." },
          "category": { "ja": "検知", "en": "Detection" },
          "points": 20,
          "days": 3,
          "terms": { "ja": "1行目\n2行目", "en": "One\nTwo" },
          "fields": [
            { "key": "target", "type": "text", "label": { "ja": "対象", "en": "Target" }, "required": true, "longest": 10 },
            { "key": "why", "type": "longText", "label": { "ja": "理由", "en": "Reason" }, "hint": { "ja": "任意", "en": "Optional" } },
            {
              "key": "kind",
              "type": "choice",
              "label": { "ja": "種類", "en": "Kind" },
              "required": true,
              "options": [
                { "value": "add", "label": { "ja": "追加", "en": "Add" } },
                { "value": "remove", "label": { "ja": "削除", "en": "Remove" } }
              ]
            },
            { "key": "on", "type": "date", "label": { "ja": "希望日", "en": "Date" }, "daysAhead": 2 },
            { "key": "sheet", "type": "file", "label": { "ja": "資料", "en": "Document" } },
            {
              "key": "users",
              "type": "table",
              "label": { "ja": "利用者", "en": "Users" },
              "required": true,
              "mostRows": 3,
              "columns": [
                { "key": "name", "type": "text", "label": { "ja": "氏名", "en": "Name" }, "required": true },
                { "key": "from", "type": "date", "label": { "ja": "開始日", "en": "From" } }
              ]
            }
          ]
        }
        """;

    [Fact]
    public void WORK_1_ADefinition_IsUnderstood()
    {
        var reading = DefinitionReader.Read(Sound);

        reading.Faults.ShouldBeEmpty();
        var read = reading.Definition.ShouldNotBeNull();
        (read.Title.In("ja"), read.Title.In("en"), read.Points, read.Days).ShouldBe(("検知ポリシーの変更", "Detection policy change", 20, 3));
        read.Fields.Select(field => field.Type).ShouldBe([WorkFieldType.Text, WorkFieldType.LongText, WorkFieldType.Choice,
            WorkFieldType.Date, WorkFieldType.File, WorkFieldType.Table]);
        (read.Fields[0].Longest, read.Fields[1].Longest, read.Fields[3].DaysAhead).ShouldBe((10, WorkLimits.Text, 2));
        read.Fields[2].Options.Select(option => option.Label.En).ShouldBe(["Add", "Remove"]);
        (read.Fields[5].MostRows, read.Fields[5].Columns.Count).ShouldBe((3, 2));
        read.Files!.Key.ShouldBe("sheet");
    }

    [Theory]
    [InlineData("\"points\": 20,", "\"points\": -1,", 5, DefinitionFaultKind.OutOfRange, "points")]
    [InlineData("\"points\": 20,", "\"points\": 2.5,", 5, DefinitionFaultKind.OutOfRange, "points")]
    [InlineData("\"points\": 20,", "\"points\": \"20\",", 5, DefinitionFaultKind.WrongType, "points")]
    [InlineData("\"points\": 20,", "", 1, DefinitionFaultKind.Missing, "points")]
    [InlineData("\"days\": 3,", "\"price\": 3,", 6, DefinitionFaultKind.Unknown, "price")]
    [InlineData("\"days\": 3,", "\"points\": 3,", 6, DefinitionFaultKind.Twice, "points")]
    [InlineData("\"days\": 3,", "\"days\": 3", 7, DefinitionFaultKind.NotJson, "")]
    [InlineData("\"en\": \"Detection\" }", "\"en\": \" \" }", 4, DefinitionFaultKind.WrongText, "category.en")]
    [InlineData("\"en\": \"Detection\" }", "\"en\": \"a\\u202eb\" }", 4, DefinitionFaultKind.WrongText, "category.en")]
    [InlineData("\"en\": \"Detection\" }", "\"de\": \"Erkennung\" }", 4, DefinitionFaultKind.Missing, "category.en")]
    [InlineData("\"key\": \"target\"", "\"key\": \"Target 1\"", 9, DefinitionFaultKind.WrongKey, "fields[0].key")]
    [InlineData("\"key\": \"why\"", "\"key\": \"target\"", 10, DefinitionFaultKind.Twice, "fields[1].key")]
    [InlineData("\"type\": \"longText\"", "\"type\": \"number\"", 10, DefinitionFaultKind.WrongFieldType, "fields[1].type")]
    [InlineData("\"required\": true, \"longest\": 10", "\"required\": 1", 9, DefinitionFaultKind.WrongType, "fields[0].required")]
    [InlineData("\"longest\": 10", "\"longest\": 201", 9, DefinitionFaultKind.OutOfRange, "fields[0].longest")]
    [InlineData("\"longest\": 10", "\"options\": []", 9, DefinitionFaultKind.Unknown, "fields[0].options")]
    [InlineData("\"value\": \"remove\"", "\"value\": \"add\"", 18, DefinitionFaultKind.Twice, "fields[2].options[1].value")]
    [InlineData("\"key\": \"why\", \"type\": \"longText\"", "\"key\": \"why\", \"type\": \"file\"", 8,
        DefinitionFaultKind.SecondFile, "fields")]
    [InlineData("\"mostRows\": 3", "\"mostRows\": 21", 28, DefinitionFaultKind.OutOfRange, "fields[5].mostRows")]
    [InlineData("{ \"key\": \"from\", \"type\": \"date\"", "{ \"key\": \"from\", \"type\": \"table\"", 31,
        DefinitionFaultKind.WrongFieldType, "fields[5].columns[1].type")]
    public void WORK_1_WhatIsWrong_IsSaidWithItsLine(string was, string becomes, int line, DefinitionFaultKind kind, string where)
    {
        Sound.ShouldContain(was);

        var reading = DefinitionReader.Read(Replaced(was, becomes));

        reading.Definition.ShouldBeNull();
        reading.Faults.ShouldContain(new DefinitionFault(line, kind, where));
    }

    [Theory]
    [InlineData("")]
    [InlineData("[]")]
    [InlineData("\"text\"")]
    [InlineData("null")]
    [InlineData("{} {}")]
    [InlineData("{")]
    [InlineData("{ \"fields\": [ { } ] }")]
    [InlineData("{ \"title\": \"\\ud800\" }")]
    [InlineData("[[[[[[[[[[[[[[[[[[[[[[[[]]]]]]]]]]]]]]]]]]]]]]]]")]
    public void WORK_1_WhatIsNoDefinitionAtAll_IsRefusedInWords(string json)
    {
        var reading = DefinitionReader.Read(json);

        reading.Definition.ShouldBeNull();
        reading.Faults.ShouldNotBeEmpty();
    }

    [Fact]
    public void RX_07_ADefinitionHasBounds()
    {
        DefinitionReader.Read(new string(' ', WorkLimits.Definition + 1)).Faults
            .ShouldBe([new DefinitionFault(1, DefinitionFaultKind.Oversized, "")]);
        var faults = DefinitionReader.Read("{ " + string.Join(", ", Enumerable.Range(0, 500).Select(i => $"\"p{i}\": 1")) + " }").Faults;

        faults.Count.ShouldBe(20);
    }

    [Fact]
    public void RX_07_NoFormHasMoreInputsThanAFormCarries()
    {
        var table = """{ "key": "t#", "type": "table", "label": { "ja": "表", "en": "T" }, "mostRows": 20, "columns": [ $ ] }""";
        var column = """{ "key": "c#", "type": "text", "label": { "ja": "列", "en": "C" } }""";
        var columns = string.Join(", ", Enumerable.Range(0, 6).Select(i => column.Replace("#", $"{i}", StringComparison.Ordinal)));
        var tables = string.Join(", ", Enumerable.Range(0, 2)
            .Select(i => table.Replace("t#", $"t{i}", StringComparison.Ordinal).Replace("$", columns, StringComparison.Ordinal)));

        var reading = DefinitionReader.Read($$"""
            { "title": { "ja": "題", "en": "T" }, "summary": { "ja": "要", "en": "S" }, "category": { "ja": "類", "en": "C" },
              "points": 0, "fields": [ {{tables}} ] }
            """);

        reading.Faults.Select(fault => fault.Kind).ShouldBe([DefinitionFaultKind.TooManyInputs]);
    }

    /// <summary>Whatever signs somebody strikes in a sound definition, nothing worse comes of it than faults.</summary>
    [Fact]
    public void WORK_1_NoTextBringsTheReaderDown()
    {
        var random = new Random(11);
        const string Signs = "{}[]\",:\\ \n\u202e\ud8000aé日";
        for (var i = 0; i < 3_000; i++)
        {
            var text = Sound.ToCharArray();
            for (var strokes = random.Next(1, 6); strokes > 0; strokes--)
            {
                text[random.Next(text.Length)] = Signs[random.Next(Signs.Length)];
            }

            var reading = DefinitionReader.Read(new string(text));

            (reading.Definition is null).ShouldBe(reading.Faults.Count > 0);
        }
    }

    private static string Replaced(string was, string becomes)
    {
        var at = Sound.IndexOf(was, StringComparison.Ordinal);
        return string.Concat(Sound.AsSpan(0, at), becomes, Sound.AsSpan(at + was.Length));
    }
}
