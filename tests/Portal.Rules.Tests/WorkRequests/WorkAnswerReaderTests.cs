using Portal.Rules.WorkRequests;

namespace Portal.Rules.Tests.WorkRequests;

public sealed class WorkAnswerReaderTests
{
    private static readonly DateOnly Today = new(2026, 11, 27);
    private static readonly WorkDefinition Definition = DefinitionReader.Read(DefinitionReaderTests.Sound).Definition!;
    private static readonly WorkField Users = Definition.Fields[5];

    [Fact]
    public void WORK_2_AnAnswer_IsUnderstoodAndKeptAsItWas()
    {
        var reading = WorkAnswerReader.Read(Definition, Filled(), Today);

        reading.Faults.ShouldBeEmpty();
        var kept = WorkAnswer.Parse(reading.Answer.ToJson());
        kept.Values.ShouldBe(new Dictionary<string, string>
        {
            ["target"] = "web01",
            ["why"] = "行1\n行2",
            ["kind"] = "add",
            ["on"] = "2026-12-01",
        }, ignoreOrder: true);
        kept.Rows["users"].Select(row => row["name"]).ShouldBe(["佐藤", "鈴木"]);
        kept.Rows["users"][1].ContainsKey("from").ShouldBeFalse();
    }

    [Theory]
    [InlineData("target", "", AnswerFaultKind.Missing)]
    [InlineData("target", " 　 ", AnswerFaultKind.Missing)]
    [InlineData("target", "12345678901", AnswerFaultKind.TooLong)]
    [InlineData("target", "a\nb", AnswerFaultKind.WrongCharacters)]
    [InlineData("target", "a\u202eb", AnswerFaultKind.WrongCharacters)]
    [InlineData("why", "a\u200bb", AnswerFaultKind.WrongCharacters)]
    [InlineData("kind", "", AnswerFaultKind.Missing)]
    [InlineData("kind", "追加", AnswerFaultKind.NotOffered)]
    [InlineData("kind", "Add", AnswerFaultKind.NotOffered)]
    [InlineData("on", "2026-02-30", AnswerFaultKind.NotADate)]
    [InlineData("on", "明日", AnswerFaultKind.NotADate)]
    [InlineData("on", "2026-11-28", AnswerFaultKind.TooSoon)]
    [InlineData("users-0-name", "", AnswerFaultKind.Missing)]
    [InlineData("users-1-from", "x", AnswerFaultKind.NotADate)]
    public void WORK_2_WhatIsWrong_IsSaidAtItsInput(string input, string typed, AnswerFaultKind kind)
    {
        var values = Filled();
        values[input] = typed;

        var fault = WorkAnswerReader.Read(Definition, values, Today).Faults.ShouldHaveSingleItem();

        (fault.Input, fault.Kind).ShouldBe((input, kind));
    }

    private const string Periods = """
        {
          "title": { "ja": "レポート", "en": "Report" },
          "summary": { "ja": "期間のレポートです。", "en": "A report." },
          "category": { "ja": "レポート", "en": "Reports" },
          "points": 0,
          "fields": [
            { "key": "start", "type": "date", "label": { "ja": "開始日", "en": "From" } },
            { "key": "end", "type": "date", "label": { "ja": "終了日", "en": "To" }, "notBefore": "start" },
            {
              "key": "stays", "type": "table", "label": { "ja": "滞在", "en": "Stays" },
              "columns": [
                { "key": "in", "type": "date", "label": { "ja": "入", "en": "In" } },
                { "key": "out", "type": "date", "label": { "ja": "出", "en": "Out" }, "notBefore": "in" }
              ]
            }
          ]
        }
        """;

    [Theory]
    [InlineData("2026-10-01", "2026-09-30", AnswerFaultKind.BeforeOther)]
    [InlineData("2026-10-01", "2026-10-01", null)]
    [InlineData("2026-10-01", "2026-10-02", null)]
    [InlineData("", "2026-10-02", null)]
    [InlineData("2026-10-01", "", null)]
    [InlineData("2026-10-01", "2026-09-31", AnswerFaultKind.NotADate)]
    [InlineData("9999-01-01", "2026-10-01", AnswerFaultKind.OutOfBounds)]
    public void WORK_1_APeriod_DoesNotEndBeforeItBegins_NorInARow(string first, string last, AnswerFaultKind? kind)
    {
        var periods = DefinitionReader.Read(Periods).Definition.ShouldNotBeNull();

        var single = WorkAnswerReader.Read(periods, new Dictionary<string, string?> { ["start"] = first, ["end"] = last }, Today);
        var row = WorkAnswerReader.Read(periods, new Dictionary<string, string?> { ["stays-1-in"] = first, ["stays-1-out"] = last }, Today);

        single.Faults.Select(fault => fault.Kind).ShouldBe(kind is { } wrong ? [wrong] : []);
        row.Faults.Select(fault => fault.Kind).ShouldBe(kind is { } same ? [same] : []);
        if (kind == AnswerFaultKind.BeforeOther)
        {
            (single.Faults[0].Input, single.Faults[0].Other!.Key).ShouldBe(("end", "start"));
            (row.Faults[0].Input, row.Faults[0].Row, row.Faults[0].Other!.Key).ShouldBe(("stays-1-out", 1, "in"));
        }
    }

    [Theory]
    [InlineData("\"notBefore\": \"start\"", "\"notBefore\": \"end\"", DefinitionFaultKind.NoDayBefore)]
    [InlineData("\"notBefore\": \"in\"", "\"notBefore\": \"start\"", DefinitionFaultKind.NoDayBefore)]
    [InlineData("\"notBefore\": \"start\"", "\"notBefore\": \"\"", DefinitionFaultKind.NoDayBefore)]
    [InlineData("\"notBefore\": \"start\"", "\"notBefore\": 1", DefinitionFaultKind.WrongType)]
    [InlineData("\"key\": \"start\", \"type\": \"date\"", "\"key\": \"start\", \"type\": \"text\"", DefinitionFaultKind.NoDayBefore)]
    public void WORK_1_ADayIsNotBefore_ADateThatStandsBeforeIt_AndNothingElse(string part, string other, DefinitionFaultKind kind) =>
        DefinitionReader.Read(Periods.Replace(part, other, StringComparison.Ordinal)).Faults.ShouldHaveSingleItem().Kind.ShouldBe(kind);

    private const string Formats = """
        {
          "title": { "ja": "通知先", "en": "Recipients" },
          "summary": { "ja": "通知先です。", "en": "Recipients." },
          "category": { "ja": "通知", "en": "Notices" },
          "points": 0,
          "fields": [
            { "key": "mail", "type": "email", "label": { "ja": "アドレス", "en": "Address" } },
            { "key": "phone", "type": "phone", "label": { "ja": "電話番号", "en": "Phone" } },
            { "key": "server", "type": "ipAddress", "label": { "ja": "サーバー", "en": "Server" } },
            { "key": "any", "type": "date", "label": { "ja": "発生日", "en": "Date" } },
            { "key": "soon", "type": "date", "label": { "ja": "希望日", "en": "Preferred date" }, "daysAhead": 0 },
            {
              "key": "people", "type": "table", "label": { "ja": "利用者", "en": "Users" },
              "columns": [
                { "key": "mail", "type": "email", "label": { "ja": "アドレス", "en": "Address" }, "required": true },
                { "key": "phone", "type": "phone", "label": { "ja": "電話番号", "en": "Phone" } },
                { "key": "device", "type": "ipAddress", "label": { "ja": "端末", "en": "Device" } }
              ]
            }
          ]
        }
        """;

    [Theory]
    [InlineData("mail", " Ｔａｒｏ@Example.JP ", "Taro@example.jp")]
    [InlineData("mail", "", null)]
    [InlineData("mail", " ", null)]
    [InlineData("phone", "０３（１２３４）５６７８", "03-1234-5678")]
    [InlineData("phone", "+81 90-1234-5678", "090-1234-5678")]
    [InlineData("phone", "", null)]
    [InlineData("server", " 192.0.2.45 ", "192.0.2.45")]
    [InlineData("server", "１９２．０．２．４５", "192.0.2.45")]
    [InlineData("server", "255.255.255.255", "255.255.255.255")]
    [InlineData("server", "192.0.2.0/24", "192.0.2.0/24")]
    [InlineData("server", "192.0.2.45/32", "192.0.2.45/32")]
    [InlineData("server", "2001:DB8:0:0::10", "2001:db8::10")]
    [InlineData("server", "2001:db8::/32", "2001:db8::/32")]
    [InlineData("server", "::1/128", "::1/128")]
    [InlineData("server", " ", null)]
    [InlineData("any", "1900-01-01", "1900-01-01")]
    [InlineData("any", "2036年11月27日", "2036-11-27")]
    [InlineData("soon", "2026-11-27", "2026-11-27")]
    [InlineData("soon", "2036-11-27", "2036-11-27")]
    public void WORK_1_AddressesNumbersAndDays_AreKeptAsAccountsKeepThem(string input, string typed, string? kept)
    {
        var reading = ReadFormats(new() { [input] = typed });

        reading.Faults.ShouldBeEmpty();
        reading.Answer.Values.GetValueOrDefault(input).ShouldBe(kept);
    }

    [Theory]
    [InlineData("mail", "taro", AnswerFaultKind.NotAnEmail)]
    [InlineData("mail", "taro@example", AnswerFaultKind.NotAnEmail)]
    [InlineData("mail", "a@example.jp, b@example.jp", AnswerFaultKind.NotAnEmail)]
    [InlineData("mail", "taro@example.jp\r\nBcc: x@example.jp", AnswerFaultKind.NotAnEmail)]
    [InlineData("phone", "12345", AnswerFaultKind.NotAPhone)]
    [InlineData("phone", "夜間当番", AnswerFaultKind.NotAPhone)]
    [InlineData("phone", "90-1234-5678", AnswerFaultKind.ZeroIsMissing)]
    [InlineData("phone", "0012345678", AnswerFaultKind.NoSuchPhone)]
    [InlineData("server", "999.1.2.3", AnswerFaultKind.NotAnIpAddress)]
    [InlineData("server", "192.0.2.256", AnswerFaultKind.NotAnIpAddress)]
    [InlineData("server", "192.0.2", AnswerFaultKind.NotAnIpAddress)]
    [InlineData("server", "192.0.2.1.1", AnswerFaultKind.NotAnIpAddress)]
    [InlineData("server", "192.0.2.010", AnswerFaultKind.NotAnIpAddress)]
    [InlineData("server", "192.0.2.1:80", AnswerFaultKind.NotAnIpAddress)]
    [InlineData("server", "192.0.2.0/33", AnswerFaultKind.NotAnIpAddress)]
    [InlineData("server", "192.0.2.0/", AnswerFaultKind.NotAnIpAddress)]
    [InlineData("server", "192.0.2.0/24/8", AnswerFaultKind.NotAnIpAddress)]
    [InlineData("server", "3221225985", AnswerFaultKind.NotAnIpAddress)]
    [InlineData("server", "web01", AnswerFaultKind.NotAnIpAddress)]
    [InlineData("server", "2001:db8::1::1", AnswerFaultKind.NotAnIpAddress)]
    [InlineData("server", "2001:db8::g", AnswerFaultKind.NotAnIpAddress)]
    [InlineData("server", "fe80::1%eth0", AnswerFaultKind.NotAnIpAddress)]
    [InlineData("server", "[2001:db8::1]:80", AnswerFaultKind.NotAnIpAddress)]
    [InlineData("server", "2001:db8::/129", AnswerFaultKind.NotAnIpAddress)]
    [InlineData("people-0-device", "192.0.2.999", AnswerFaultKind.NotAnIpAddress)]
    [InlineData("any", "0001-01-01", AnswerFaultKind.OutOfBounds)]
    [InlineData("any", "1899-12-31", AnswerFaultKind.OutOfBounds)]
    [InlineData("any", "2036-11-28", AnswerFaultKind.OutOfBounds)]
    [InlineData("any", "9999-12-31", AnswerFaultKind.OutOfBounds)]
    [InlineData("soon", "0001-01-01", AnswerFaultKind.TooSoon)]
    [InlineData("soon", "2026-11-26", AnswerFaultKind.TooSoon)]
    [InlineData("soon", "9999-12-31", AnswerFaultKind.OutOfBounds)]
    [InlineData("people-0-mail", "taro", AnswerFaultKind.NotAnEmail)]
    [InlineData("people-0-phone", "1", AnswerFaultKind.NotAPhone)]
    public void WORK_1_WhatIsNoAddressNumberOrDay_IsSaidAtItsInput(string input, string typed, AnswerFaultKind kind)
    {
        var values = new Dictionary<string, string?> { ["people-0-mail"] = "hanako@example.jp" };
        values[input] = typed;

        var fault = ReadFormats(values).Faults.ShouldHaveSingleItem();

        (fault.Input, fault.Kind).ShouldBe((input, kind));
        (fault.Latest is not null).ShouldBe(kind == AnswerFaultKind.OutOfBounds);
    }

    private static AnswerReading ReadFormats(Dictionary<string, string?> typed)
    {
        var reading = DefinitionReader.Read(Formats);
        reading.Faults.ShouldBeEmpty();
        return WorkAnswerReader.Read(reading.Definition!, typed, Today);
    }

    [Theory]
    [InlineData("😀😀😀😀😀😀😀😀😀😀")]
    [InlineData("1234567890")]
    public void WORK_2_LengthsAreCountedAsPeopleCount(string typed)
    {
        var values = Filled();
        values["target"] = typed;

        WorkAnswerReader.Read(Definition, values, Today).Faults.ShouldBeEmpty();
    }

    [Fact]
    public void WORK_2_ATableWithoutRows_IsMissedAtItsFirstInput()
    {
        var values = Filled().Where(value => !value.Key.StartsWith("users", StringComparison.Ordinal))
            .ToDictionary(value => value.Key, value => value.Value);

        var fault = WorkAnswerReader.Read(Definition, values, Today).Faults.ShouldHaveSingleItem();

        (fault.Input, fault.Kind, fault.Field.Key).ShouldBe(("users-0-name", AnswerFaultKind.Missing, "users"));
    }

    [Fact]
    public void WORK_2_WhatNoFieldAsksFor_IsNotKept()
    {
        var values = Filled();
        values["cost"] = "0";
        values["users-0-role"] = "admin";
        values["users-7-name"] = "8人目";

        var reading = WorkAnswerReader.Read(Definition, values, Today);

        reading.Answer.ToJson().ShouldNotContain("cost");
        reading.Answer.ToJson().ShouldNotContain("role");
        reading.Answer.Rows["users"].Count.ShouldBe(2);
    }

    [Fact]
    public void WORK_1_ATableGrowsAndShrinksRowByRow()
    {
        var one = WorkInputs.WithRow(Users, Filled());
        WorkInputs.RowsOf(Users, one.Keys).ShouldBe(3);
        WorkInputs.RowsOf(Users, WorkInputs.WithRow(Users, one).Keys).ShouldBe(3);

        var fewer = WorkInputs.WithoutRow(Users, 0, one);

        WorkInputs.RowsOf(Users, fewer.Keys).ShouldBe(2);
        fewer["users-0-name"].ShouldBe("鈴木");
        fewer["target"].ShouldBe(" web01 ");
    }

    [Theory]
    [InlineData(-1)]
    [InlineData(2)]
    [InlineData(99)]
    public void WORK_1_ARowThatIsNotThere_TakesNothingAway(int row) =>
        WorkInputs.WithoutRow(Users, row, Filled()).ShouldBe(Filled(), ignoreOrder: true);

    /// <summary>However rows are added and removed: the rest stays, and keeps its order.</summary>
    [Fact]
    public void WORK_1_RowsThatComeAndGo_LoseNoOthers()
    {
        var random = new Random(5);
        for (var round = 0; round < 500; round++)
        {
            IReadOnlyDictionary<string, string?> typed = new Dictionary<string, string?> { ["target"] = "web01" };
            var expected = new List<string?> { null };
            for (var step = 0; step < 12; step++)
            {
                var row = random.Next(3);
                if (random.Next(2) == 0 && expected.Count < Users.MostRows)
                {
                    typed = WorkInputs.WithRow(Users, typed);
                    expected.Add("");
                }
                else if (expected.Count > 1 && row < expected.Count)
                {
                    typed = WorkInputs.WithoutRow(Users, row, typed);
                    expected.RemoveAt(row);
                }
                else
                {
                    var at = random.Next(expected.Count);
                    expected[at] = $"{round}.{step}";
                    typed = new Dictionary<string, string?>(typed) { [$"users-{at}-name"] = expected[at] };
                }
            }

            typed["target"].ShouldBe("web01");
            expected.Select((_, i) => typed.GetValueOrDefault($"users-{i}-name") ?? "").ShouldBe(expected.Select(name => name ?? ""));
        }
    }

    private static Dictionary<string, string?> Filled() => new()
    {
        ["target"] = " web01 ",
        ["why"] = "行1\r\n行2",
        ["kind"] = "add",
        ["on"] = "２０２６年12月1日",
        ["users-0-name"] = "佐藤",
        ["users-0-from"] = "2026/12/02",
        ["users-1-name"] = "鈴木",
        ["users-1-from"] = "",
    };
}
