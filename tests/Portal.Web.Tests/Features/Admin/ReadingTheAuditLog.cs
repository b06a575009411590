using System.Net;
using System.Text;
using Microsoft.Extensions.DependencyInjection;
using Portal.Rules.Delegation;
using Portal.TestKit.Accounts;
using Portal.TestKit.Web;
using Portal.Web.Audit;
using Portal.Web.Data.Entities;
using Portal.Web.Tests.Features.OwnAccount.History;

namespace Portal.Web.Tests.Features.Admin;

public sealed class ReadingTheAuditLog : StaffTest
{
    [Fact]
    public async Task ADMIN_7_EventsAreShownInWordsWithTheTrueReasonAndWhatChanged()
    {
        await App.CreateBrowser().TrySignInAsync(Control, "N0009999");
        await RecordAsync(Control, AuditKinds.UserChanged,
            details: new { changes = new Dictionary<string, object?[]> { ["department"] = ["営業部", "総務部"] } });

        var page = await (await AdministratorAsync()).GetAsync("/admin/audit?tenant=control");

        page.ShouldBeOk().Texts(".p-audit__what").ShouldContain("N0009999がログインに失敗しました （登録のないID）");
        page.ShouldShow("203.0.113.10").ShouldShow("未ログイン").ShouldShow("2026/05/13 10:00:00");
        page.ShouldShow("利用者の変更").ShouldShow("部署：営業部 → 総務部");
    }

    [Fact]
    public async Task ADMIN_7_InEnglishToo()
    {
        await App.CreateBrowser().TrySignInAsync(Control, "N0009999");
        var administrator = await AdministratorAsync();
        (await administrator.GetAsync("/admin/audit?tenant=control&culture=en"))
            .ShouldShow("N0009999 failed to sign in").ShouldShow("Unknown ID");
    }

    [Fact]
    public async Task ADMIN_7_OneEventIsShownWithAllThatIsKnown()
    {
        await App.CreateBrowser().TrySignInAsync(Control, "N0009999");
        var administrator = await AdministratorAsync();
        var list = await administrator.GetAsync("/admin/audit?tenant=control&kind=sign-in-failed");

        var page = await list.ClickAsync(".p-audit__what a");

        page.ShouldBeOk().ShouldShow("sign-in-failed").ShouldShow("Portal.TestKit").ShouldShow("受付番号");
    }

    [Theory]
    [InlineData("", "変更内容", "項目", "変更前", "変更後", "部署")]
    public async Task ADMIN_7_AnEventShowsWhatWasBeforeBesideWhatIsNow(string culture, string caption, string part, string before,
        string after, string department)
    {
        await RecordAsync(Control, AuditKinds.UserChanged,
            details: new { way = "by-hand", changes = new Dictionary<string, object?[]> { ["department"] = ["営業部", "総務部"] } });
        var list = await (await AdministratorAsync()).GetAsync($"/admin/audit?tenant=control&kind={AuditKinds.UserChanged}{culture}");

        var page = await list.ClickAsync(".p-audit__what a");

        page.ShouldBeOk().Texts("caption").ShouldHaveSingleItem().ShouldContain(caption);
        page.Texts("thead th").ShouldBe([part, before, after]);
        page.Texts("tbody th, tbody td").ShouldBe([department, "営業部", "総務部"]);
        page.Texts(".p-lines li").ShouldHaveSingleItem().ShouldContain("by-hand");
    }

    [Fact]
    public async Task ADMIN_7_AnEventThatChangedNothingHasNoTableOfChanges()
    {
        await App.CreateBrowser().TrySignInAsync(Control, "N0009999");
        var list = await (await AdministratorAsync()).GetAsync("/admin/audit?tenant=control&kind=sign-in-failed");

        var page = await list.ClickAsync(".p-audit__what a");

        page.ShouldBeOk().Texts("table").ShouldBeEmpty();
    }

    [Theory]
    [InlineData("kind=locked", "locked")]
    [InlineData("subject=N0009001", "subject")]
    [InlineData("subject=%EF%BC%AE%EF%BC%90%EF%BC%90%EF%BC%90%EF%BC%99%EF%BC%90%EF%BC%90%EF%BC%91", "subject")]
    [InlineData("actor=boss@portal.test", "actor")]
    [InlineData("actor=Boss@Portal.TEST", "actor")]
    [InlineData("actor=%EF%BC%A2%EF%BC%AF%EF%BC%B3%EF%BC%B3%EF%BC%A0portal.test", "actor")]
    [InlineData("address=198.51.100.77", "address")]
    [InlineData("from=2026-05-10&to=2026-05-10", "day")]
    [InlineData("from=2026-05-10&to=2026-05-10&hour=0", "day")]
    [InlineData("from=2026%E5%B9%B45%E6%9C%8810%E6%97%A5&to=%EF%BC%92%EF%BC%90%EF%BC%92%EF%BC%96/5/10", "day")]
    public async Task ADMIN_7_EveryConditionNarrows(string query, string reason)
    {
        var user = await new Account(Control, "N0009001").AddToAsync(App);
        await RecordAsync(Control, AuditKinds.Locked, reason: "locked");
        await RecordAsync(Control, AuditKinds.UserChanged, new AuditSubject(user, "a former id", null), "subject");
        await RecordAsync(Control, AuditKinds.UserChanged, reason: "actor",
            actor: actor => actor.ActAs(ActorKind.Staff, "boss@portal.test"));
        await RecordAsync(Control, AuditKinds.UserChanged, reason: "address", actor: actor => actor.Address = "198.51.100.77");
        await RecordAsync(Control, AuditKinds.UserChanged, reason: "day", at: new DateTimeOffset(2026, 5, 9, 15, 30, 0, TimeSpan.Zero));
        await RecordAsync(Control, AuditKinds.UserChanged, reason: "next", at: new DateTimeOffset(2026, 5, 10, 15, 0, 0, TimeSpan.Zero));

        var page = await (await AdministratorAsync()).GetAsync("/admin/audit?" + query);

        Reasons(page).ShouldBe([reason]);
    }

    [Theory]
    [InlineData("n0009002")]
    [InlineData("Ｎ０００９００２")]
    [InlineData("N0009002")]
    public async Task ADMIN_7_TEXT_1_WhoActedIsFoundAsTheIdIsSpelled_HoweverItIsTyped(string typed)
    {
        await new Account(Control, "N0009002").AddToAsync(App);
        await new Account(Staff, "Chief@Portal.test") { Role = AccountRole.SystemAdministrator, Contract = null }.AddToAsync(App);
        await RecordAsync(Control, AuditKinds.UserChanged, reason: "parent", actor: actor => actor.ActAs(ActorKind.User, "N0009002"));
        await RecordAsync(Control, AuditKinds.UserChanged, reason: "chief",
            actor: actor => actor.ActAs(ActorKind.Staff, "Chief@Portal.test"));
        var staff = await AdministratorAsync();

        Reasons(await staff.GetAsync("/admin/audit?actor=" + Uri.EscapeDataString(typed))).ShouldBe(["parent"]);
        Reasons(await staff.GetAsync("/admin/audit?actor=chief@portal.test")).ShouldBe(["chief"]);
    }

    [Theory]
    [InlineData("from")]
    [InlineData("to")]
    public async Task ADMIN_7_FACE_5_AnHourGoesWithItsDay_AndTheListBeginsAnew(string removed)
    {
        var staff = await AdministratorAsync();
        var page = await staff.GetAsync("/admin/audit?kind=locked&from=2026-05-10&to=2026-05-10&hour=13&after=1-0");
        var chip = page.ShouldBeOk().Document.QuerySelectorAll("a.p-chip").Select(each => each.GetAttribute("href")!)
            .Single(href => !href.Contains(removed + "=", StringComparison.Ordinal));

        chip.ShouldNotContain("hour=");
        chip.ShouldNotContain("after=");
        (await staff.GetAsync(chip)).ShouldBeOk();
    }

    [Theory]
    [InlineData("from=2026-02-30", "期間の始めを実在する日付で入力してください")]
    [InlineData("to=yesterday", "期間の終わりを実在する日付で入力してください")]
    [InlineData("from=2026-05-11&to=2026-05-10", "期間の終わりは、期間の始めと同じ日か、それより後の日付で入力してください")]
    [InlineData("hour=9", "時間帯は、期間の始めと終わりを同じ日にしたときに指定できます")]
    [InlineData("hour=9&from=2026-05-10&to=2026-05-11", "時間帯は、期間の始めと終わりを同じ日にしたときに指定できます")]
    [InlineData("to=9999-99-99", "期間の終わりを実在する日付で入力してください")]
    public async Task ADMIN_7_IV_08_ADayThatIsNoneIsTold(string query, string message)
    {
        var page = await (await AdministratorAsync()).GetAsync("/admin/audit?" + query);
        page.ShouldBeRefused().ShouldShow(message);
        page.Title.ShouldStartWith("エラー：");
    }

    [Theory]
    [InlineData("to=9999-12-31")]
    [InlineData("from=0001-01-01")]
    [InlineData("after=x&before=y")]
    [InlineData("after=99999999999999999999-0&kind=nothing")]
    [InlineData("subject='%3B--&actor=%25&address=_")]
    public async Task IV_09_OddConditionsAreNoFailure(string query) =>
        (await (await AdministratorAsync()).GetAsync("/admin/audit?" + query)).ShouldBeOk();

    [Fact]
    public async Task ADMIN_7_PERF_3_PagesAreReadByPlaceAndNewRowsMoveNothing()
    {
        await App.InTenantAsync(Control, services =>
        {
            var audit = services.GetRequiredService<AuditLog>();
            for (var i = 0; i < 120; i++)
            {
                audit.Record(AuditKinds.UserChanged, reason: $"row {i:000}", occurredAt: App.Time.GetUtcNow().AddMinutes(i / 2 - 200));
            }

            return Task.CompletedTask;
        });
        var administrator = await AdministratorAsync();
        var first = await administrator.GetAsync("/admin/audit?tenant=control&kind=user-changed");
        Reasons(first).ShouldBe(Rows(119, 70), ignoreOrder: true);
        await RecordAsync(Control, AuditKinds.UserChanged, reason: "later");

        var second = await first.ClickAsync("古いものへ");
        var third = await second.ClickAsync("古いものへ");
        var back = await third.ClickAsync("新しいものへ");

        Reasons(second).ShouldBe(Rows(69, 20), ignoreOrder: true);
        Reasons(third).ShouldBe(Rows(19, 0), ignoreOrder: true);
        third.Has("a[rel=next]").ShouldBeFalse();
        Reasons(back).ShouldBe(Reasons(second));
        Reasons(await back.ClickAsync("新しいものへ")).ShouldBe(Rows(119, 70), ignoreOrder: true);
    }

    [Fact]
    public async Task ADMIN_7_TenantsAreMergedByTime()
    {
        await RecordAsync(Control, AuditKinds.Locked, reason: "1", at: App.Time.GetUtcNow().AddMinutes(-3));
        await RecordAsync(Security, AuditKinds.Locked, reason: "2", at: App.Time.GetUtcNow().AddMinutes(-2));
        await RecordAsync(Control, AuditKinds.Locked, reason: "3", at: App.Time.GetUtcNow().AddMinutes(-1));
        Reasons(await (await AdministratorAsync()).GetAsync("/admin/audit?kind=locked")).ShouldBe(["3", "2", "1"]);
    }

    [Fact]
    public async Task AU_09_OnlyTheOwnTenantsLogsAreShownAndLookingIsRecorded()
    {
        await RecordAsync(Rental, AuditKinds.Locked, reason: "foreign");
        await RecordAsync(Staff, AuditKinds.Locked, reason: "colleague");
        var administrator = await AdministratorAsync();

        (await administrator.GetAsync("/admin/audit?kind=locked")).ShouldShow("該当するものはありません");
        (await administrator.GetAsync("/admin/audit?tenant=rental")).ShouldBeNotFound();
        (await administrator.GetAsync("/admin/audit?tenant=admin")).ShouldBeNotFound();
        await administrator.GetAsync("/admin/audit?tenant=control&subject=N1");
        (await EventsAsync("audit-viewed")).Select(recorded => (recorded.Tenant, recorded.Event.ActorName, recorded.Event.Details))
            .ShouldBe(
            [(Control, AdministratorId, """{"filter":{"tenant":"control","subject":"N1"}}"""),
                (Staff, AdministratorId, """{"filter":{"kind":"locked"}}""")], ignoreOrder: true);
    }

    [Fact]
    public async Task AZ_01_AnEventOfAnotherTenantIsNotFound()
    {
        await RecordAsync(Rental, AuditKinds.Locked);
        var foreign = await App.World.Audit.ReadAsync("locked", happened => happened.Id);
        var administrator = await AdministratorAsync();

        (await administrator.GetAsync($"/admin/audit/rental/{foreign}")).ShouldBeNotFound();
        (await administrator.GetAsync($"/admin/audit/control/{foreign}")).ShouldBeNotFound();
        (await (await SystemAdministratorAsync()).GetAsync($"/admin/audit/rental/{foreign}")).ShouldBeOk();
    }

    [Fact]
    public async Task ADMIN_11_AgentsMayNotReadIt()
    {
        var agent = await AgentAsync();
        var refused = (await agent.GetAsync("/admin/audit")).ShouldBeForbidden();
        refused.ShouldShow("役割と担当サイト").ShouldNotShow("ご契約の管理者").ShouldNotShow("403.Staff");
        refused.Find("h1").TextContent.ShouldBe("このページを表示する権限がありません");
        (await agent.GetAsync("/admin")).Has("a[href='/admin/audit']").ShouldBeFalse();
    }

    [Fact]
    public async Task ADMIN_7_EX_04_TheFileHasWhatTheScreenHasAndIsRecorded()
    {
        await RecordAsync(Control, AuditKinds.Locked, new AuditSubject(null, "=cmd|' /C calc'!A0", null), "one");
        await RecordAsync(Security, AuditKinds.Locked, reason: "two, \"three\"");
        await RecordAsync(Rental, AuditKinds.Locked, reason: "foreign");
        await RecordAsync(Control, AuditKinds.UserChanged, reason: "other kind");
        var administrator = await AdministratorAsync();
        App.Time.Advance(TimeSpan.FromSeconds(1));

        var file = await (await administrator.GetAsync("/admin/audit?kind=locked")).Form("form[action$=export]").SubmitAsync();

        file.ShouldBeOk().ShouldHaveHeader("Content-Type", "text/csv; charset=utf-8").ShouldHaveHeader("Cache-Control", "no-store");
        file.Headers["Content-Disposition"].ShouldContain("filename*=UTF-8''");
        file.Content[..3].ShouldBe(Encoding.UTF8.GetPreamble());
        var lines = file.Body.TrimStart('\uFEFF').Split("\r\n", StringSplitOptions.RemoveEmptyEntries);
        lines.Length.ShouldBe(3, file.Body);
        lines[0].ShouldStartWith("日時,サイト,種類コード,種類,対象");
        file.Body.ShouldContain("'=cmd");
        file.Body.ShouldContain("\"two, \"\"three\"\"\"");
        file.Body.ShouldNotContain("foreign");
        var exported = (await EventsAsync("exported")).ShouldHaveSingleItem();
        exported.Event.Details.ShouldBe("""{"filter":{"kind":"locked"},"rows":2}""");

        var workbook = await (await administrator.GetAsync("/admin/audit?kind=locked")).Form("form[action$=export]")
            .SubmitAsync("Excelで保存");
        using var book = SavingAsWorkbook.Open(workbook.ShouldBeOk().Content);
        SavingAsWorkbook.Rows(book, 0).Count.ShouldBe(lines.Count(line => line.Length > 0));
    }

    [Fact]
    public async Task ADMIN_7_ALongFileComesInWholeAndInOrder()
    {
        await App.InTenantAsync(Control, services =>
        {
            var audit = services.GetRequiredService<AuditLog>();
            for (var i = 0; i < 2500; i++)
            {
                audit.Record(AuditKinds.Locked, reason: $"row {i:0000}", occurredAt: App.Time.GetUtcNow().AddSeconds(i - 3000));
            }

            return Task.CompletedTask;
        });
        var administrator = await AdministratorAsync();

        var file = await (await administrator.GetAsync("/admin/audit?kind=locked&tenant=control")).Form("form[action$=export]")
            .SubmitAsync();

        file.Body.Split("\r\n", StringSplitOptions.RemoveEmptyEntries).Skip(1).Select(line => line.Split(',')[8])
            .ShouldBe(Enumerable.Range(0, 2500).Reverse().Select(i => $"row {i:0000}"));
    }

    [Fact]
    public async Task AZ_01_NobodyTakesAForeignLogAway()
    {
        var administrator = await AdministratorAsync();
        var form = (await administrator.GetAsync("/admin/audit?kind=audit-viewed&tenant=control")).Has("form[action$=export]");
        form.ShouldBeFalse();
        var page = await administrator.GetAsync("/admin/audit?tenant=control");
        (await page.Form("form[action$=export]").Forge("tenant", "rental").SubmitAsync()).ShouldBeNotFound();
        (await EventsAsync("exported")).ShouldBeEmpty();
        var token = page.Find("form[action$=export] input[name=__RequestVerificationToken]").GetAttribute("value")!;
        (await administrator.PostAsync("/admin/audit/export", [new("__RequestVerificationToken", token), new("from", "nonsense")]))
            .ShouldBe(HttpStatusCode.BadRequest);
    }

    [Fact]
    public async Task ADMIN_7_AU_07_WhereSeveralShareAnId_TheLogSaysWhoOfThem_AndLeadsThere()
    {
        const string Id = "R900001";
        const string Taro = Id + " taro@rental.example.jp";
        const string Hanako = Id + " hanako@rental.example.jp";
        var taro = await new Account(Rental, Id) { Email = "taro@rental.example.jp" }.AddToAsync(App);
        await new Account(Rental, Id) { Email = "hanako@rental.example.jp" }.AddToAsync(App);
        foreach (var address in new[] { "taro@rental.example.jp", "hanako@rental.example.jp" })
        {
            (await App.CreateBrowser().SignInAsync(Rental, Id, email: address)).ShouldBeOk();
        }

        var staff = await SystemAdministratorAsync();
        var list = (await staff.GetAsync("/admin/audit?tenant=rental&kind=signed-in")).ShouldBeOk().ShouldShow(Taro).ShouldShow(Hanako);
        (await staff.GetAsync("/admin/audit?tenant=rental&kind=signed-in&actor=" + Id)).ShouldBeOk().ShouldShow(Taro).ShouldShow(Hanako);
        (await staff.GetAsync("/admin/audit?tenant=rental&kind=signed-in&subject=" + Uri.EscapeDataString(Taro))).ShouldBeOk()
            .ShouldShow(Taro).ShouldNotShow(Hanako);
        App.Time.Advance(TimeSpan.FromSeconds(1));
        var file = await list.Form("form[action$=export]").SubmitAsync();
        file.ShouldBeOk().Body.ShouldContain($",{Taro},");

        var happened = (await EventsAsync("signed-in")).Single(row => row.Event.SubjectId == taro).Event;
        (happened.ActorName, happened.SubjectName).ShouldBe((Taro, Taro));
        var page = (await staff.GetAsync($"/admin/audit/rental/{happened.Id}")).ShouldBeOk();
        page.Document.QuerySelectorAll($"main a[href='{PathOf(Rental, taro)}']").Length.ShouldBe(2);
    }

    [Fact]
    public async Task ADMIN_7_WhoIsGone_IsNamedWithoutALink()
    {
        var gone = Guid.NewGuid();
        await RecordAsync(Control, AuditKinds.UserChanged, new AuditSubject(gone, "N0009009", null));
        var id = (await EventsAsync(AuditKinds.UserChanged)).ShouldHaveSingleItem().Event.Id;

        var page = (await (await AdministratorAsync()).GetAsync($"/admin/audit/control/{id}")).ShouldBeOk().ShouldShow("N0009009");

        page.Has($"main a[href*='{gone}']").ShouldBeFalse();
    }

    private Task RecordAsync(string tenant, string kind, AuditSubject? subject =
        null, string? reason = null, object? details = null, DateTimeOffset? at = null, Action<AuditActor>? actor = null) =>
        App.InTenantAsync(tenant, services =>
        {
            actor?.Invoke(services.GetRequiredService<AuditActor>());
            services.GetRequiredService<AuditLog>().Record(kind, subject, reason, details, at);
            return Task.CompletedTask;
        });

    private static IReadOnlyList<string> Reasons(PortalPage page) =>
        [.. page.ShouldBeOk().Texts(".p-audit__why").Select(why => why.Trim('（', '）'))];

    private static IEnumerable<string> Rows(int from, int to) => Enumerable.Range(to, from - to + 1).Select(i => $"row {i:000}");
}
