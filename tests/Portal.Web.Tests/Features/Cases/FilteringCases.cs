using System.Net;
using Microsoft.Extensions.DependencyInjection;
using System.Text.Json;
using Portal.Rules.Cases;
using Portal.TestKit.Accounts;
using Portal.TestKit.Web;
using Portal.Web.Data.Entities;
using Portal.Web.Domain.Cases;

namespace Portal.Web.Tests.Features.Cases;

/// <summary>Conditions, keyword and orders of the list, in its address and in the form for them.</summary>
public sealed class FilteringCases : CaseTest
{
    private const string Builder = List + "/filter";
    private const string BuilderForm = "form[action$='/cases/filter']";

    [Fact]
    public async Task CASE_5_EveryOperatorOfEveryColumn_OnRealRows_InListCountAndFile()
    {
        await OpenAsync(subject: "VPNが切れる", kind: CaseKind.Fault);
        await OpenAsync(Colleague, "請求書の再発行", CaseStatus.AwaitingCustomer, CaseKind.Other);
        var first = DayOf(App.Time.GetUtcNow());
        App.Time.Advance(TimeSpan.FromDays(10));
        await OpenAsync(Manager, "ｖｐｎ 設定", CaseStatus.Resolved, CaseKind.Service);
        var last = await OpenAsync(subject: "月次の集計", status: CaseStatus.Closed, kind: CaseKind.ReportDelivery);
        var second = DayOf(App.Time.GetUtcNow());
        await App.World.Cases.ChangeAsync(row => row.Id == last.Id, row => row.AuthorId, null);
        await App.World.Cases.ChangeAsync(row => row.Id == last.Id, row => row.ClosedAt, App.Time.GetUtcNow());
        var browser = await SignedInAsync(AuthorId);
        (string Query, int[] Numbers)[] table =
        [
            ("g1=number.is.2", [2]), ("g1=number.is-not.CS0000002", [1, 3, 4]), ("g1=number.before.3", [1, 2]),
            ("g1=number.after.2", [3, 4]),
            ("g1=status.is.new", [1]), ("g1=status.is-not.closed", [1, 2, 3]),
            ("g1=category.is.fault", [1]), ("g1=category.is-not.fault", [2, 3, 4]),
            ("g1=subject.contains.vpn", [1, 3]), ("g1=subject.lacks.ＶＰＮ", [2, 4]),
            ("g1=subject.is.VPN 設定", [3]), ("g1=subject.is-not.vpn 設定", [1, 2, 4]),
            ("g1=contract.is.n900000001", [1, 2, 3, 4]), ("g1=contract.is-not.N900000001", []),
            ("g1=holder.contains.試験", [1, 2, 3, 4]), ("g1=holder.lacks.試験", []),
            ("g1=service.contains.さーびす", [1, 2, 3, 4]), ("g1=service.is.サービス", []),
            ("g1=contact.is.me", [1]), ($"g1=contact.is.{Colleague}", [2]), ("g1=contact.is-not.me", [2, 3, 4]), ("g1=contact.empty", [4]),
            ("g1=created.within.5", [3, 4]), ($"g1=created.is.{first}", [1, 2]), ($"g1=created.before.{second}", [1, 2]),
            ($"g1=created.after.{first}", [3, 4]), ($"g1=updated.is.{second}", [3, 4]), ("g1=updated.within.30", [1, 2, 3, 4]),
            ("g1=closed.empty", [1, 2, 3]), ("g1=closed.within.1", [4]), ($"g1=closed.before.{second}", []),
            ($"g1=closed.is.{second}", [4]),
            ("g1=status.is-not.closed&g1=subject.contains.vpn", [1, 3]), ("g1=status.is.new&g1=status.is.closed", []),
            ("g1=number.is.1&g2=number.is.4", [1, 4]),
            ("g1=category.is.fault&g1=status.is.new&g3=contact.empty&g3=status.is.closed", [1, 4]),
            ("q=vpn&g1=status.is.new&g2=status.is.resolved", [1, 3]), ("view=action&g1=subject.contains.vpn", [3]),
        ];
        foreach (var (query, numbers) in table)
        {
            string[] shown = [.. numbers.Select(CaseNumber.Of)];
            var page = (await browser.GetAsync($"{List}?{query}&sort=number")).ShouldBeOk();
            page.Texts("tbody td:first-child").ShouldBe(shown, query);
            if (numbers.Length == 0)
            {
                page.ShouldShow("該当するケースはありません");
                continue;
            }

            page.Find("caption").TextContent.ShouldContain($"（{numbers.Length}件）", Case.Sensitive, query);
            var file = (await page.Form("form.p-export").SubmitAsync("csv")).ShouldBeOk().Body;
            file.Split("\r\n", StringSplitOptions.RemoveEmptyEntries).Skip(1).Select(line => line.Trim('"')[..9]).ShouldBe(shown, query);
        }

        (await App.World.Audit.CountAsync("exported")).ShouldBe(table.Count(each => each.Numbers.Length > 0));
    }

    [Fact]
    public async Task PROF_3_OnesOwnData_HasWhatOneReadsFollowsAndKeeps_AndNobodyElses()
    {
        var (own, other) = (await OpenAsync(), await OpenAsync(Colleague, "同僚のケース"));
        var browser = await SignedInAsync(AuthorId);
        await browser.GetAsync(PathOf(own.Number));
        await browser.GetAsync(PathOf(other.Number));
        await App.World.CaseFollowers.AddAsync(new CaseFollower
        {
            TenantId = other.TenantId,
            CaseId = other.Id,
            UserId = Author,
            AddedAt = App.Time.GetUtcNow(),
        });
        await App.World.SavedCaseFilters.AddAsync(new SavedCaseFilter
        {
            TenantId = own.TenantId,
            Id = Guid.CreateVersion7(),
            ContractId = own.ContractId,
            OwnerId = Author,
            Name = "VPN",
            Query = "g1=subject.contains.vpn",
            CreatedAt = App.Time.GetUtcNow(),
        });

        using var mine = await OwnDataAsync(browser);
        using var theirs = await OwnDataAsync(await SignedInAsync(ColleagueId));

        Of(mine, "followedCases", "case").ShouldBe([$"{other.Number}"]);
        Of(mine, "readCases", "case").ShouldBe([$"{own.Number}", $"{other.Number}"]);
        Of(mine, "caseFilters", "name").ShouldBe(["VPN"]);
        foreach (var part in new[] { "followedCases", "readCases", "caseFilters", "readArticles", "readAnnouncements", "consents",
            "administratorLinks" })
        {
            theirs.RootElement.GetProperty(part).GetArrayLength().ShouldBe(0, part);
        }
    }

    private static async Task<JsonDocument> OwnDataAsync(PortalBrowser browser) => JsonDocument.Parse(
        (await (await browser.GetAsync("/t/security/account/data")).ShouldBeOk().Form().SubmitAsync()).ShouldBeOk().Body);

    private static IEnumerable<string> Of(JsonDocument json, string part, string name) =>
        json.RootElement.GetProperty(part).EnumerateArray().Select(row => row.GetProperty(name).ToString());

    [Fact]
    public async Task CASE_5_AFileHasOneFactAColumn_TheSameForEverybodyWhoTakesIt()
    {
        var row = await OpenAsync(subject: "VPNが切れる");
        await App.World.Cases.ChangeAllAsync(each => each.IsConfidential, true);
        foreach (var reader in new[] { AuthorId, ManagerId })
        {
            var page = (await (await SignedInAsync(reader)).GetAsync(List)).ShouldBeOk();
            page.Texts("tbody .p-tag").ShouldContain("秘密");

            var lines = (await page.Form("form.p-export").SubmitAsync("csv")).ShouldBeOk().Body.Split("\r\n");

            lines[0].ShouldContain("状態,種類,件名,秘密,お客さま番号,ご契約者");
            lines[1].ShouldContain($"新規,アラート,{row.Subject},はい,{Contract}");
        }
    }

    [Fact]
    public async Task CASE_5_IV_03_AKeywordIsFoundInSubjectNumberAndWhatWasSaid_HoweverItIsWritten()
    {
        var one = await OpenAsync(subject: "ｻｰﾊﾞｰの更新");
        await OpenAsync(subject: "100%_完了");
        await App.InTenantAsync(Tenant, services => services.GetRequiredService<CaseTalk>()
            .CommentAsync(one.Id, new CaseActor(CaseSide.Agent, null, "支援"), "再起動の Schedule をご確認ください。"));
        var browser = await SignedInAsync(ColleagueId);
        (string Keyword, int[] Numbers)[] table =
        [
            ("さーばー", [1]), ("更新", [1]), ("schedule", [1]), ("ＳＣＨＥＤＵＬＥ 再起動", [1]), ("最初の質問", [1, 2]), ("CS0000002", [2]),
            ("cs0000001", [1]), ("100%", [2]), ("100%_", [2]), ("1__%完了", []), ("更新 完了", []), ("%更新", []),
        ];
        foreach (var (keyword, numbers) in table)
        {
            (await browser.GetAsync($"{List}?q={Uri.EscapeDataString(keyword)}&sort=number")).ShouldBeOk()
                .Texts("tbody td:first-child").ShouldBe(numbers.Select(CaseNumber.Of), keyword);
        }
    }

    [Fact]
    public async Task CASE_4_AZ_23_InternalNotesAndTheDesksOwnFields_AreFoundByNoCustomer()
    {
        var row = await OpenAsync();
        await App.InTenantAsync(Tenant, services => services.GetRequiredService<CaseTalk>()
            .NoteAsync(row.Id, new CaseActor(CaseSide.Agent, null, "支援"), "内緒の覚え書き"));
        var browser = await SignedInAsync(AuthorId);

        (await App.World.CaseEntries.CountAsync(entry => entry.IsInternal && entry.SearchKey != null)).ShouldBe(0);
        (await browser.GetAsync(List + "?q=覚え書き")).ShouldBeOk().Texts("tbody tr").ShouldBeEmpty();
        (await browser.GetAsync(List + "?q=内緒")).ShouldBeOk().Texts("tbody tr").ShouldBeEmpty();
        foreach (var field in new[] { "priority.is.urgent", "assignee.is.me", "waiting.empty", "confidential.is.true" })
        {
            (await browser.GetAsync($"{List}?g1={field}")).ShouldBeRefused().Texts("tbody tr").ShouldBeEmpty();
        }
    }

    [Fact]
    public async Task CASE_6_WhoMayNotSeeACase_FindsNoTraceOfIt()
    {
        await OpenAsync(subject: "見えない件名");
        var hidden = await OpenAsync(subject: "見えない秘密", confidential: true);
        await OpenAsync(Colleague, "見える件名");
        await ShareAsync(CaseVisibility.NobodyElse);
        var (browser, author) = (await SignedInAsync(ColleagueId), await SignedInAsync(AuthorId));

        // What each finds for the colleague, whose own case has number 3, and for the author of the others.
        (string Query, int[] Found, int[] ForAuthor)[] table =
        [
            ("q=件名", [3], [1]), ("q=見えない", [], [2, 1]), ("q=最初の質問", [3], [2, 1]), ("q=CS0000001", [], [1]),
            ("g1=number.before.9", [3], [2, 1]), ("g1=number.is.1", [], [1]), ($"g1=contact.is.{Author}", [], [2, 1]),
            ($"g1=contact.is-not.{Colleague}", [], [2, 1]), ("g1=subject.contains.見えない&g2=status.is.closed", [], [2, 1]),
            ("g1=number.is.1&g2=number.is.2&g3=updated.within.30", [3], [2, 1]), ("view=mine&g1=closed.empty", [3], [2, 1]),
        ];
        foreach (var (query, found, forAuthor) in table)
        {
            var page = (await browser.GetAsync($"{List}?{query}&sort=status.-number")).ShouldBeOk();
            page.Texts("tbody td:first-child").ShouldBe(found.Select(CaseNumber.Of), query);
            page.ShouldNotShow("見えない件名").ShouldNotShow("見えない秘密");
            page.Body.ShouldNotContain("/cases/CS0000001", Case.Insensitive, query);
            page.Body.ShouldNotContain("/cases/CS0000002", Case.Insensitive, query);
            page.Has("caption").ShouldBe(found.Length > 0, query);
            if (found.Length > 0)
            {
                page.Find("caption").TextContent.ShouldContain("（1件）", Case.Sensitive, query);
                var file = (await page.Form("form.p-export").SubmitAsync("csv")).ShouldBeOk().Body;
                file.ShouldContain("見える件名");
                file.ShouldNotContain("見えない");
            }

            (await author.GetAsync($"{List}?{query}&sort=status.-number")).ShouldBeOk()
                .Texts("tbody td:first-child").ShouldBe(forAuthor.Select(CaseNumber.Of), query);
        }

        var crafted = await CraftAsync(browser, List, $"{List}/export?g1=number.is.{hidden.Number}", ("format", "csv"));
        crafted.ShouldBeOk().Body.Split("\r\n", StringSplitOptions.RemoveEmptyEntries).Length.ShouldBe(1);
        (await (await SignedInAsync(StrangerId)).GetAsync($"{List}?q=件名")).ShouldBeOk().Texts("tbody tr").ShouldBeEmpty();
    }

    [Theory]
    [InlineData("q=請", "2文字以上")]
    [InlineData("q=ab", "3文字以上")]
    [InlineData("q=%25%25%25%25%25%25%25%25%25%25", "3文字以上")]
    [InlineData("g1=subject.contains.x&g1=status.is.nonsense", "グループ 1・条件 2「状態」")]
    [InlineData("g2=updated.is.2026-02-30", "グループ 2・条件 1「更新日時」")]
    [InlineData("g1=password.is.x", "グループ 1・条件 1「不明な項目」")]
    [InlineData("g1=';DROP TABLE", "グループ 1・条件 1「不明な項目」")]
    public async Task CASE_5_RX_07_WhatIsNotUnderstood_IsRefusedByName_AndShowsNothing(string query, string shown)
    {
        await OpenAsync();
        var browser = await SignedInAsync(AuthorId);

        var page = (await browser.GetAsync($"{List}?{query}")).ShouldBeRefused().ShouldShow(shown);

        page.Has("table").ShouldBeFalse();
        page.Has("#q-error").ShouldBe(query.StartsWith('q'));
        (await CraftAsync(browser, List, $"{List}/export?{query}", ("format", "csv"))).Status.ShouldBe(HttpStatusCode.SeeOther);
        (await App.World.Audit.CountAsync("exported")).ShouldBe(0);
    }

    [Fact]
    public async Task CASE_5_SeveralKeysSort_AndStayInTheAddress()
    {
        await OpenAsync(subject: "い", status: CaseStatus.Closed);
        await OpenAsync(subject: "ろ");
        await OpenAsync(subject: "は");
        var browser = await SignedInAsync(AuthorId);

        var page = (await browser.GetAsync(List + "?sort=status.-number&size=50")).ShouldBeOk();

        page.Texts("tbody th").ShouldBe(["は", "ろ", "い"]);
        page.ShouldShow("並べ替え：状態（昇順）、番号（降順）");
        (await browser.GetAsync(List + "?sort=-status.number")).ShouldBeOk().Texts("tbody th").ShouldBe(["い", "ろ", "は"]);
        var search = await page.Form("main form[role=search]").Fill("q", "最初の質問").SubmitAsync();
        search.ShouldBeOk().Address.Query.ShouldContain("sort=status.-number");
    }

    [Fact]
    public async Task CASE_5_TheFormPutsConditionsTogether_WithoutAScript_AndLosesNothing()
    {
        await OpenAsync(subject: "VPNが切れる", kind: CaseKind.Fault);
        await OpenAsync(subject: "請求書", status: CaseStatus.Resolved);
        await OpenAsync(subject: "VPNの設定", kind: CaseKind.Service);
        var browser = await SignedInAsync(AuthorId);

        var page = (await browser.GetAsync(Builder)).ShouldBeOk();
        page = await page.Form(BuilderForm).Choose("Groups[0].Add", "subject").SubmitAsync("add.0");
        page = await page.Form(BuilderForm).Fill("Groups[0].Conditions[0].Value", "vpn").Choose("Groups[0].Add", "category")
            .SubmitAsync("add.0");
        page = await page.Form(BuilderForm).Choose("Groups[0].Conditions[1].Value", "fault").SubmitAsync("add");
        page = await page.Form(BuilderForm).Choose("Groups[1].Add", "updated").SubmitAsync("add.1");
        page = await page.Form(BuilderForm).Choose("Groups[1].Add", "status").SubmitAsync("add.1");
        page.Find("[name='Groups[0].Conditions[0].Value']").GetAttribute("value").ShouldBe("vpn");

        // What is missing is said at its field, and what was typed stays.
        page = (await page.Form(BuilderForm).Choose("Groups[1].Conditions[1].Value", "resolved").SubmitAsync("run")).ShouldBeRefused()
            .ShouldShow("グループ 2・条件 1「更新日時」：値を入力してください。");
        page.Has("[id='Groups_1__Conditions_0__Value-error']").ShouldBeTrue();
        page = (await page.Form(BuilderForm).SubmitAsync("remove.1.0")).ShouldBeOk();
        page = await page.Form(BuilderForm).Choose("Sorts[0]", "status").Choose("Sorts[1]", "-number").SubmitAsync("run");

        page.ShouldRedirectTo(List + "?g1=subject.contains.vpn&g1=category.is.fault&g2=status.is.resolved&sort=status.-number");
        page = (await page.FollowAsync()).ShouldBeOk();
        page.Texts("tbody td:first-child").ShouldBe(["CS0000001", "CS0000002"]);
        page.Texts(".p-chips a").Select(chip => chip.TrimEnd('×').Trim()).ShouldContain(chip => chip.StartsWith("件名：「vpn」を含む"));

        // A chip takes its condition away, and the form begins with what is in force.
        (await browser.GetAsync(page.Find(".p-chips a").GetAttribute("href")!)).ShouldBeOk().Address.Query
            .ShouldBe("?g1=category.is.fault&g2=status.is.resolved&sort=status.-number");
        var again = (await page.ClickAsync("条件を変更")).ShouldBeOk();
        again.Find("[name='Groups[1].Conditions[0].Value'] option[selected]").GetAttribute("value").ShouldBe("resolved");
        (await page.ClickAsync("条件をすべて解除")).ShouldBeOk().Texts("tbody tr").Count.ShouldBe(3);
    }

    [Theory]
    [InlineData("remove.9.9")]
    [InlineData("remove.-1.x")]
    [InlineData("add.99999999999999999999")]
    [InlineData("nonsense")]
    [InlineData("")]
    public async Task CASE_5_IV_09_StepsThatTheFormDoesNotOffer_DoNothing(string step)
    {
        var browser = await SignedInAsync(AuthorId);

        var answer = await CraftAsync(browser, Builder, Builder,
            ("Step", step), ("Groups[0].Add", "nonsense"), ("Groups[500].Add", "status"));

        answer.Status.ShouldBe(HttpStatusCode.SeeOther);
    }

    [Theory]
    [InlineData("Groups.index", "a", HttpStatusCode.BadRequest)]
    [InlineData("groups.INDEX", "a", HttpStatusCode.BadRequest)]
    [InlineData("Groups[0].Conditions.index", "a", HttpStatusCode.BadRequest)]
    [InlineData("Sorts.index", "a", HttpStatusCode.BadRequest)]
    [InlineData("Groups", "a", HttpStatusCode.SeeOther)]
    [InlineData("Groups[0]", "a", HttpStatusCode.SeeOther)]
    [InlineData("Groups[]", "a", HttpStatusCode.SeeOther)]
    [InlineData("Groups[x].Add", "status", HttpStatusCode.SeeOther)]
    [InlineData("Groups[0].Conditions", "a", HttpStatusCode.SeeOther)]
    [InlineData("Groups[0].Conditions[0]", "a", HttpStatusCode.SeeOther)]
    [InlineData("Groups[0].Conditions[0].Value", "a", HttpStatusCode.UnprocessableEntity)]
    [InlineData("Groups[0].Conditions[0].Of", "Status", HttpStatusCode.SeeOther)]
    public async Task CASE_5_IV_09_RowsThatAreNotThere_AreNoErrorOfOurs(string name, string value, HttpStatusCode status)
    {
        var browser = await SignedInAsync(AuthorId);

        (await CraftAsync(browser, Builder, Builder, (name, value))).Status.ShouldBe(status);
        (await CraftAsync(browser, Builder, Builder, (name, value), ("Step", "add.0"))).Status
            .ShouldBeOneOf(HttpStatusCode.OK, HttpStatusCode.SeeOther, HttpStatusCode.BadRequest, HttpStatusCode.UnprocessableEntity);
    }

    [Fact]
    public async Task IV_12_EX_01_WhatIsTyped_IsTextOnThePageAndInTheFile()
    {
        await OpenAsync(subject: "=cmd|' /C calc'!A0 <script>alert(1)</script>");
        var browser = await SignedInAsync(AuthorId);

        var typed = Uri.EscapeDataString("<script>alert(1)</script>");
        var page = (await browser.GetAsync(List + "?g1=subject.contains." + typed)).ShouldBeOk();

        page.Body.ShouldNotContain("<script>alert");
        page.ShouldShow("件名：「<script>alert(1)</script>」を含む");
        (await page.Form("form.p-export").SubmitAsync("csv")).Body.ShouldContain("'=cmd");
        var book = (await page.Form("form.p-export").SubmitAsync("xlsx")).ShouldBeOk();
        book.Headers["Content-Type"].ShouldContain("spreadsheetml");
        (await App.World.Audit.CountAsync("exported")).ShouldBe(2);
    }

    private static string DayOf(DateTimeOffset at) => at.ToOffset(TimeSpan.FromHours(9)).ToString("yyyy-MM-dd", null);
}
