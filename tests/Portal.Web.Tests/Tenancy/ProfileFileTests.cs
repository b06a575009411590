using System.Globalization;
using System.Text.Json.Nodes;
using Portal.Web.Features.Admin.TenantPolicies;
using Portal.Web.Tenancy;
using Portal.Web.Tenancy.Profiles;
using Portal.Web.Tenancy.Profiles.Faults;

namespace Portal.Web.Tests.Tenancy;

public sealed class ProfileFileTests
{
    [Fact]
    public async Task SITE_2_The_shipped_profiles_are_the_five_tenants_and_the_staff_realm()
    {
        var profiles = await ProfileFiles.ReadAsync([Shipped.Folder], TestContext.Current.CancellationToken);

        profiles.Select(profile => profile.Slug)
            .ShouldBe(["admin", "control", "homephone", "officephone", "rental", "security"], ignoreOrder: true);
    }

    [Theory]
    [InlineData("control")]
    [InlineData("officephone")]
    [InlineData("homephone")]
    [InlineData("rental")]
    [InlineData("security")]
    [InlineData("admin")]
    public void SITE_2_A_profile_that_is_written_reads_back_as_the_same(string slug)
    {
        var profile = Shipped.Tenant(slug).Profile;

        var again = ProfileJson.Read(ProfileJson.Write(profile), "again");

        ProfileJson.Write(again).ShouldBe(ProfileJson.Write(profile));
    }

    [Theory]
    [InlineData("control")]
    [InlineData("officephone")]
    [InlineData("homephone")]
    [InlineData("rental")]
    [InlineData("security")]
    [InlineData("admin")]
    public void IV_01_Whatever_stands_in_the_place_of_a_value_is_told_and_never_thrown(string slug)
    {
        string[] payloads = ["null", "[null]", "[]", "{}", "7", "-1", "2147483647", "1e999", "1.5", "true", "\"\"", "\"\\u0000\"",
            "\"\\ud800\"", "\"\\u202e\"", "\"0001-01-01\"", "\"9999-12-31\"", "{\"\\ud800\":1}", "[[[]]]"];
        var whole = ProfileJson.Write(Shipped.Tenant(slug).Profile);
        var places = PlacesOf(JsonNode.Parse(whole)!).ToList();

        foreach (var (place, payload) in places.SelectMany(place => payloads.Select(payload => (place, payload))))
        {
            const string Mark = "\"the mark of this test\"";
            var changed = JsonNode.Parse(whole)!;
            At(changed, place.Parent)[place.Key] = JsonNode.Parse(Mark);
            var text = changed.ToJsonString().Replace(Mark, payload, StringComparison.Ordinal);

            Should.NotThrow(() => ProfileJson.Examine(text), $"{place.Parent} {place.Key} {payload}");
        }
    }

    private static IEnumerable<(string Parent, string Key)> PlacesOf(JsonNode node) => node is not JsonObject parts ? Below(node) :
        parts.Select(part => (parts.GetPath(), part.Key)).Concat(parts.Where(part => part.Value is not null)
            .SelectMany(part => PlacesOf(part.Value!)));

    private static IEnumerable<(string Parent, string Key)> Below(JsonNode node) =>
        node is JsonArray items ? items.OfType<JsonNode>().SelectMany(PlacesOf) : [];

    private static JsonObject At(JsonNode root, string path) =>
        PlacesAt(root).First(node => node.GetPath() == path);

    private static IEnumerable<JsonObject> PlacesAt(JsonNode node) => node switch
    {
        JsonObject parts => parts.Select(part => part.Value).OfType<JsonNode>().SelectMany(PlacesAt).Prepend(parts),
        JsonArray items => items.OfType<JsonNode>().SelectMany(PlacesAt),
        _ => [],
    };

    [Theory]
    [InlineData("""{ "approval": { "acts": ["remove-everything"] } }""", "$.approval.acts")]
    [InlineData("""{ "approval": { "hours": 0 } }""", "$.approval.hours")]
    [InlineData("""{ "approval": { "hours": 169 } }""", "$.approval.hours")]
    [InlineData("""{ "slug": "Control" }""", "$.slug")]
    [InlineData("""{ "slug": "account" }""", "$.slug")]
    [InlineData("""{ "host": "not a host" }""", "$.host")]
    [InlineData("""{ "languages": ["ja", "fr"] }""", "$.languages")]
    [InlineData("""{ "defaultLanguage": "fr" }""", "$.languages")]
    [InlineData("""{ "timeZone": "Asia/Edo" }""", "$.timeZone")]
    [InlineData("""{ "mail": { "senderName": { "ja": "名" }, "senderAddress": "nobody" } }""", "$.mail.senderAddress")]
    [InlineData("""{ "brand": { "primaryColor": "#88AACC" } }""", "$.brand.primaryColor")]
    [InlineData("""{ "brand": { "primaryColor": "navy" } }""", "$.brand.primaryColor")]
    [InlineData("""{ "brand": { "mark": "unicorn" } }""", "$.brand.mark")]
    [InlineData("""{ "brand": { "tone": "shouting" } }""", "$.brand.tone")]
    [InlineData("""{ "doors": [] }""", "$.doors")]
    [InlineData("""{ "password": { "minimumLength": 9, "maximumLength": 8, "characters": "any" } }""", "$.password.minimumLength")]
    [InlineData("""{ "password": { "minimumLength": 8, "maximumLength": 20, "characters": "any", "requires": ["luck"] } }""",
        "$.password.requires")]
    [InlineData("""{ "password": { "minimumLength": 8, "maximumLength": 20, "characters": "any", "differsFrom": ["luck"] } }""",
        "$.password.differsFrom")]
    [InlineData("""{ "password": { "minimumLength": 8, "maximumLength": 20, "characters": "any", "refuses": ["luck"] } }""",
        "$.password.refuses")]
    [InlineData("""{ "password": { "minimumLength": 8, "maximumLength": 20, "characters": "any", "historyDepth": 5 } }""",
        "$.password.historyDepth")]
    [InlineData("""{ "lockout": { "limit": 0, "ends": "timed", "minutes": 5 } }""", "$.lockout.limit")]
    [InlineData("""{ "lockout": { "limit": 5, "ends": "timed" } }""", "$.lockout.minutes")]
    [InlineData("""{ "lockout": { "limit": 5, "ends": "untilReleased" } }""", "$.lockout.releasedBy")]
    [InlineData("""{ "lockout": { "limit": 5, "ends": "untilReleased", "releasedBy": ["nobody"] } }""", "$.lockout.releasedBy")]
    [InlineData("""{ "lockout": { "limit": 5, "ends": "untilReleased", "releasedBy": ["reset"] } }""", "$.lockout.releasedBy")]
    [InlineData("""{ "lockout": { "limit": 5, "ends": "void", "releasedBy": ["manager", "staff"] } }""", "$.lockout.releasedBy")]
    [InlineData("""{ "host": "localhost" }""", "$.host")]
    [InlineData("""{ "name": { "ja": " ", "en": "Control" } }""", "$.name.ja")]
    [InlineData("""{ "name": { "ja": "回線", "en": "a\u202Eb" } }""", "$.name.en")]
    [InlineData("""{ "name": { "ja": "一二三四五六七八九十一二三四五六七八九十一二三四五六七八九十一二三四五六七八九十一" } }""", "$.name.ja")]
    [InlineData("""{ "purpose": { "ja": "" } }""", "$.purpose.ja")]
    [InlineData("""{ "password": { "minimumLength": 4, "maximumLength": 4, "characters": "any", "minimumStrength": 4 } }""",
        "$.password.maximumLength")]
    [InlineData("""{ "host": "control.LocalHost" }""", "$.host")]
    [InlineData("""{ "temporaryPassword": { "hours": 0, "tries": 3, "byMail": true, "byManager": true } }""", "$.temporaryPassword.hours")]
    [InlineData("""{ "temporaryPassword": { "hours": 24, "tries": 3, "byManager": true } }""", "$.recovery.method")]
    [InlineData("""{ "recovery": { "method": "link", "doors": ["window"] } }""", "$.recovery.doors")]
    [InlineData("""{ "secondFactor": { "mode": "required" } }""", "$.secondFactor.methods")]
    [InlineData("""{ "secondFactor": { "mode": "required", "methods": ["horoscope"] } }""", "$.secondFactor.methods")]
    [InlineData("""{ "secondFactor": { "mode": "required", "methods": ["recoveryCode"] } }""", "$.secondFactor.methods")]
    [InlineData("""{ "secondFactor": { "mode": "optional", "methods": ["app"], "trustBrowserDays": 31 } }""",
        "$.secondFactor.trustBrowserDays")]
    [InlineData("""{ "signInNotice": "sometimes" }""", "$.signInNotice")]
    [InlineData("""{ "session": { "idleMinutes": 0, "absoluteHours": 10 } }""", "$.session")]
    [InlineData("""{ "features": ["menu", "teleport"] }""", "$.features")]
    [InlineData("""{ "operators": null }""", "$.operators")]
    [InlineData("""{ "menu": [ { "title": { "ja": "外" }, "path": "//elsewhere.example" } ] }""", "$.menu[0].path")]
    [InlineData("""{ "links": [ { "title": { "ja": "外" }, "url": "http://elsewhere.example/" } ] }""", "$.links[0].url")]
    [InlineData("""{ "links": [ { "title": { "ja": "外" }, "url": "javascript:alert(1)" } ] }""", "$.links[0].url")]
    [InlineData("""{ "links": [ { "title": { "ja": "外" }, "url": "/elsewhere" } ] }""", "$.links[0].url")]
    [InlineData("""{ "links": [ { "title": { "ja": "外" }, "url": "https://portal.example@elsewhere.example/" } ] }""", "$.links[0].url")]
    [InlineData("""{ "links": [ { "title": { "ja": "外" }, "url": "https://192.0.2.1/" } ] }""", "$.links[0].url")]
    [InlineData("""{ "links": [ { "title": { "ja": " " }, "url": "https://elsewhere.example/" } ] }""", "$.links[0].title.ja")]
    [InlineData("""{ "links": [ null ] }""", "$.links[0]")]
    [InlineData("""{ "brand": { "primaryColor": "0B4F8A0", "mark": "line", "tone": "console" } }""", "$.brand.primaryColor")]
    [InlineData("""{ "brand": { "primaryColor": "#0B4F8", "mark": "line", "tone": "console" } }""", "$.brand.primaryColor")]
    [InlineData("""{ "brand": { "primaryColor": "#0B4F8A0", "mark": "line", "tone": "console" } }""", "$.brand.primaryColor")]
    [InlineData("""{ "brand": { "primaryColor": "#0B4F8g", "mark": "line", "tone": "console" } }""", "$.brand.primaryColor")]
    [InlineData("""{ "brand": { "primaryColor": "#0B4F8\n", "mark": "line", "tone": "console" } }""", "$.brand.primaryColor")]
    [InlineData("""{ "slug": "-control" }""", "$.slug")]
    [InlineData("""{ "menu": [ { "title": { "ja": "外" }, "path": "/account" } ] }""", "$.menu[0].path")]
    [InlineData("""{ "menu": [ { "title": { "ja": "外" }, "path": "account/" } ] }""", "$.menu[0].path")]
    [InlineData("""{ "menu": [ { "title": { "ja": "外" }, "path": "account\n" } ] }""", "$.menu[0].path")]
    [InlineData("""{ "menu": [ { "title": { "ja": "外" }, "path": "Account" } ] }""", "$.menu[0].path")]
    [InlineData("""{ "menu": [ { "title": { "ja": "外" }, "path": "" } ] }""", "$.menu[0].path")]
    [InlineData("""{ "menu": [ { "title": { "ja": "一" }, "number": "" } ] }""", "$.menu[0].number")]
    [InlineData("""{ "menu": [ { "title": { "ja": "一" }, "number": "00001" } ] }""", "$.menu[0].number")]
    [InlineData("""{ "menu": [ { "title": { "ja": "一" }, "number": "１" } ] }""", "$.menu[0].number")]
    [InlineData("""{ "menu": [ { "title": { "ja": "一" }, "number": "01" }, { "title": { "ja": "二" }, "number": "01" } ] }""", "$.menu")]
    [InlineData("""{ "menu": [ { "title": { "ja": "一" }, "items": [ { "title": { "ja": "二" }, "number": "x" } ] } ] }""",
        "$.menu[0].items[0].number")]
    [InlineData("""{ "motto": "ever upwards" }""", "$.motto")]
    public void SITE_2_A_profile_that_makes_no_sense_is_refused_with_file_path_and_reason(string change, string path)
    {
        var refusal = Should.Throw<ProfileException>(() => ProfileJson.Read(Changed("control", change), "somewhere/bad.json")).Message;

        refusal.ShouldStartWith($"somewhere/bad.json: {path}: ");
        refusal.Length.ShouldBeGreaterThan($"somewhere/bad.json: {path}: ".Length);
    }

    /// <summary>Each word that a check says is a text in both languages, with as much in it as it is given.</summary>
    [Theory]
    [InlineData("control")]
    [InlineData("officephone")]
    [InlineData("homephone")]
    [InlineData("rental")]
    [InlineData("security")]
    [InlineData("admin")]
    public void SITE_2_FACE_2_WhateverIsWrong_HasAPlaceAndWordsInBothLanguages(string slug)
    {
        string[] payloads = ["null", "[null]", "[]", "{}", "7", "-1", "2147483647", "1.5", "true", "\"\"", "\"\\u0000\"", "\"none\"",
            "\"9999-12-31\""];
        var whole = ProfileJson.Write(Shipped.Tenant(slug).Profile);
        var found = new List<ProfileProblem>();
        foreach (var (place, payload) in PlacesOf(JsonNode.Parse(whole)!).ToList().SelectMany(place =>
            payloads.Select(payload => (place, payload))))
        {
            const string Mark = "\"the mark of this test\"";
            var changed = JsonNode.Parse(whole)!;
            At(changed, place.Parent)[place.Key] = JsonNode.Parse(Mark);
            found.AddRange(ProfileJson.Examine(changed.ToJsonString().Replace(Mark, payload, StringComparison.Ordinal)).Problems);
        }

        found.Count.ShouldBeGreaterThan(100);
        foreach (var problem in found)
        {
            var (japanese, english) = (problem.In(CultureInfo.GetCultureInfo("ja")), problem.In(CultureInfo.GetCultureInfo("en")));
            japanese.ShouldEndWith("。");
            english.ShouldEndWith(".");
            japanese.Any(letter => letter is >= 'ぁ' and <= 'ん').ShouldBeTrue(japanese);
            (problem.Path.Length == 0 || problem.Line == 1).ShouldBeTrue($"{problem.Path} is in the one line");
        }
    }

    [Fact]
    public void SITE_2_ACommand_IsToldInEnglish_WithPathAndLine() =>
        Should.Throw<ProfileException>(() => ProfileJson.Read("{\n  // nothing else\n  \"motto\": true\n}", "bad.json")).Message
            .ShouldBe("bad.json: $.motto: there is no part of this name. (line 3)");

    private const string Held = """{ "limit": 5, "ends": "untilReleased", "releasedBy": ["WHO"] }""";

    [Theory]
    [InlineData("rental", "manager", "{}")]
    [InlineData("officephone", "reset", "{}")]
    [InlineData("homephone", "manager", "{}")]
    [InlineData("homephone", "reset", "{}")]
    [InlineData("homephone", "temporaryPassword", """{ "temporaryPassword": { "hours": 24, "tries": 3 } }""")]
    [InlineData("officephone", "manager", "{}")]
    [InlineData("control", "manager", "{}")]
    [InlineData("officephone", "temporaryPassword", """{ "temporaryPassword": { "hours": 24, "tries": 3, "byManager": true } }""")]
    public void ADMIN_3_A_lockout_that_nobody_can_release_is_refused(string slug, string who, string change) =>
        Should.Throw<ProfileException>(() => ProfileJson.Read(Locking(slug, who, change), "bad.json")).Message
            .ShouldStartWith("bad.json: $.lockout.releasedBy: ");

    [Theory]
    [InlineData("rental", "reset")]
    [InlineData("rental", "staff")]
    [InlineData("officephone", "temporaryPassword")]
    [InlineData("homephone", "temporaryPassword")]
    [InlineData("control", "temporaryPassword")]
    public void ADMIN_3_A_lockout_that_somebody_can_release_is_not(string slug, string who) =>
        ProfileJson.Read(Locking(slug, who, "{}"), "good.json").Lockout.ReleasedBy.ShouldBe([who]);

    [Theory]
    [InlineData("officephone")]
    [InlineData("homephone")]
    public void ADMIN_3_TEMP_1_A_temporary_password_that_no_page_asks_for_by_email_is_not_emailed(string slug) =>
        Should.Throw<ProfileException>(() => ProfileJson.Read(
            Locking(slug, "temporaryPassword", """{ "temporaryPassword": { "hours": 24, "tries": 3, "byStaff": true, "byMail": true } }"""),
            "bad.json")).Message.ShouldStartWith("bad.json: $.temporaryPassword.byMail: ");

    [Fact]
    public void ADMIN_3_What_is_stored_is_served_on_whoever_can_release_it() =>
        ProfileJson.ReadStored(Locking("homephone", "reset", "{}"), "stored").Lockout.ReleasedBy.ShouldBe(["reset"]);

    public static TheoryData<string, string, int> Beyond
    {
        get
        {
            var data = new TheoryData<string, string, int>
            {
                { "control", "operators.dormantDays", 0 },
                { "control", "operators.dormantDays", -400 },
                { "control", "operators.dormantDays", 3651 },
                { "control", "operators.dormantDays", int.MaxValue },
                { "rental", "operators.perLoginId", 0 },
                { "rental", "operators.perLoginId", 1001 },
                { "officephone", "linkedAdministrators.reconfirmDays", -1 },
                { "officephone", "linkedAdministrators.reconfirmDays", 3651 },
                { "rental", "orders.quoteDays", 0 },
                { "rental", "orders.quoteDays", 367 },
                { "rental", "orders.daysAhead", -1 },
                { "rental", "orders.daysAhead", 184 },
                { "control", "approval.hours", 0 },
                { "control", "approval.hours", int.MaxValue },
            };
            foreach (var number in PolicyFields.All.OfType<PolicyField.Number>())
            {
                data.Add("control", number.Path, number.Least - 1);
                data.Add("control", number.Path, number.Most + 1);
            }

            return data;
        }
    }

    [Theory]
    [MemberData(nameof(Beyond))]
    public void ADMIN_3_OPER_7_ANumberThatNoFormTakes_IsRefusedInAFileToo(string slug, string path, int value) =>
        ProfileJson.Examine(WithNumber(slug, path, value)).Problems.Select(problem => problem.Path.Split('.')[0])
            .ShouldContain(path.Split('.')[0]);

    [Theory]
    [InlineData("control", "operators.dormantDays", 1)]
    [InlineData("control", "operators.dormantDays", 3650)]
    [InlineData("officephone", "linkedAdministrators.reconfirmDays", 0)]
    [InlineData("security", "recovery.pauseHoursAfterReset", 720)]
    [InlineData("control", "password.warningDays", 365)]
    public void ADMIN_3_ANumberAtItsBound_IsTaken(string slug, string path, int value) =>
        ProfileJson.Examine(WithNumber(slug, path, value)).Problems.ShouldBeEmpty();

    [Theory]
    [InlineData("control", "operators.dormantDays", 0)]
    [InlineData("control", "session.perAccount", 5000)]
    [InlineData("homephone", "password.warningDays", 365)]
    public void ADMIN_3_ANumberThatWasStoredBeforeItWasChecked_IsServedOn(string slug, string path, int value) =>
        Should.NotThrow(() => ProfileJson.ReadStored(WithNumber(slug, path, value), "stored"));

    [Theory]
    [InlineData("operators.columns", "[]", "at least one is needed")]
    [InlineData("operators.columns", """["id", "name", "id"]""", "\"id\" stands here more than once")]
    [InlineData("operators.fields", """["name", "name"]""", "\"name\" stands here more than once")]
    [InlineData("features", """["menu", "operators", "operators"]""", "\"operators\" stands here more than once")]
    [InlineData("languages", """["ja", "ja"]""", "\"ja\" stands here more than once")]
    [InlineData("files.kinds", """["pdf", "pdf"]""", "\"pdf\" stands here more than once")]
    [InlineData("lockout.limit", "\"5\"", "a whole number is expected")]
    [InlineData("session.idleMinutes", "\"30\"", "a whole number is expected")]
    public void SITE_2_ListsThatSayNothingOrAThingTwice_AndNumbersInQuotationMarks_AreRefused_ButServedOnWhereStored(string path,
        string value, string said)
    {
        var text = With("control", path, JsonNode.Parse(value));

        var problem = ProfileJson.Examine(text).Problems.ShouldHaveSingleItem();
        problem.Path.ShouldBe(path);
        problem.Told.ShouldContain(said);
        ProfileJson.ReadStored(text, "stored").Slug.ShouldBe("control");
        ProfileJson.IsWhole(text, out _).ShouldBeTrue();
    }

    private static string WithNumber(string slug, string path, int value) => With(slug, path, value);

    private static string With(string slug, string path, JsonNode? value)
    {
        var profile = JsonNode.Parse(Shipped.Text(slug))!.AsObject();
        var part = profile;
        var names = path.Split('.');
        foreach (var name in names.SkipLast(1))
        {
            part[name] ??= new JsonObject();
            part = part[name]!.AsObject();
        }

        part[names[^1]] = value;
        return profile.ToJsonString();
    }

    [Fact]
    public void SITE_2_A_host_is_kept_in_lower_case() =>
        ProfileJson.Read(Changed("control", """{ "host": "Lines.Example.JP" }"""), "good.json").Host.ShouldBe("lines.example.jp");

    [Fact]
    public async Task SITE_2_ADMIN_10_A_file_with_the_host_of_the_portal_is_refused_with_its_name()
    {
        var folder = Directory.CreateTempSubdirectory("portal-profiles");
        try
        {
            var file = Path.Combine(folder.FullName, "mine.json");
            await File.WriteAllTextAsync(file, Changed("control", """{ "host": "Portal.example.jp" }"""),
                TestContext.Current.CancellationToken);
            var site = new SiteOptions { BaseUrl = new Uri("https://portal.example.jp:8443") };

            var refusal = await Should.ThrowAsync<ProfileException>(() =>
                ProfileFiles.ReadAsync([folder.FullName], site, TestContext.Current.CancellationToken));

            refusal.Message.ShouldStartWith($"{file}: $.host: ");
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static string Locking(string slug, string who, string change)
    {
        var profile = JsonNode.Parse(Changed(slug, change))!.AsObject();
        profile["lockout"] = JsonNode.Parse(Held.Replace("WHO", who, StringComparison.Ordinal));
        return profile.ToJsonString();
    }

    [Fact]
    public void SITE_2_A_file_that_is_no_profile_at_all_is_refused_with_its_name() =>
        Should.Throw<ProfileException>(() => ProfileJson.Read("{ \"slug\": ", "bad.json")).Message.ShouldStartWith("bad.json: $");

    private static string Changed(string slug, string change)
    {
        var profile = JsonNode.Parse(Shipped.Text(slug))!.AsObject();
        foreach (var (name, value) in JsonNode.Parse(change)!.AsObject())
        {
            profile[name] = value?.DeepClone();
        }

        return profile.ToJsonString();
    }
}
