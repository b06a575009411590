using System.Globalization;
using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Portal.Rules.Cases;
using Portal.Rules.Delegation;
using Portal.TestKit.Accounts;
using Portal.TestKit.Mail;
using Portal.TestKit.Web;
using Portal.Web.Data;
using Portal.Web.Data.Entities;
using Portal.Web.Domain.Cases;
using Portal.Web.Features.Admin.Cases.Index;
using Portal.Web.Tenancy;

namespace Portal.Web.Tests.Features.Cases;

/// <summary>The staff's side (ADMIN-5, CASE-3, CASE-4).</summary>
public sealed class WorkingAtTheDesk : CaseTest
{
    private const string Answer = "form[action$='/answers']";
    private const string Note = "form[action$='/notes']";
    private const string Hidden = "社内だけの覚え書き";

    /// <summary>The first of each site are put together: none may be missing, and none stand twice.</summary>
    [Fact]
    public async Task ADMIN_5_PERF_3_CasesOfSeveralSites_StandInOneOrder_PageByPage()
    {
        await App.ChangeProfileAsync("control", profile => profile with { Features = [.. profile.Features, TenantFeatures.Cases] });
        var person = await new Account("control", "N0009001").AddToAsync(App);
        for (var i = 0; i < 45; i++)
        {
            App.Time.Advance(TimeSpan.FromMinutes(1));
            var subject = $"[{i:00}]の件";
            await (i % 3 == 0 ? OpenAsync(subject: subject) : OpenElsewhereAsync(person, subject));
        }

        var agent = await AgentAsync();
        await LookAfterAsync(AgentId, "control");
        (string, bool)[] lists = [("?", false), ("?q=の件", false), ("?view=all", true), ("?view=unassigned&q=の件", true)];
        foreach (var (address, isNewestFirst) in lists)
        {
            var seen = new List<int>();
            for (var page = 1; page <= 3; page++)
            {
                var rows = (await agent.GetAsync($"/admin/cases{address}&page={page}")).ShouldBeOk().Texts("tbody tr");
                seen.AddRange(rows.Select(row => int.Parse(row.AsSpan(row.IndexOf('[', StringComparison.Ordinal) + 1, 2),
                    CultureInfo.InvariantCulture)));
            }

            seen.ShouldBe(isNewestFirst ? Enumerable.Range(0, 45).Reverse() : Enumerable.Range(0, 45), address);
        }
    }

    /// <summary>
    /// One site's list as it opens is put together once for all; with a condition, which all meet here, each time.
    /// </summary>
    [Fact]
    public async Task ADMIN_5_PERF_2_AListAsItOpens_IsWhatItIsUnderACondition_ForEverySiteAndAgent()
    {
        await App.ChangeProfileAsync("control", profile => profile with { Features = [.. profile.Features, TenantFeatures.Cases] });
        var person = await new Account("control", "N0009001").AddToAsync(App);
        string[] sites = [Tenant, "control"];
        string[] agents = [AgentId, "other@portal.test"];
        var browsers = new List<(PortalBrowser Browser, Guid Id)>();
        foreach (var agent in agents)
        {
            var browser = await AgentAsync(agent);
            browsers.Add((browser, await LookAfterAsync(agent, "control")));
        }

        for (var i = 0; i < 16; i++)
        {
            App.Time.Advance(TimeSpan.FromSeconds(5));
            var subject = $"[{i:00}]の件";
            await (i % 2 == 0 ? OpenAsync(subject: subject, confidential: i == 2) : OpenElsewhereAsync(person, subject));
            (Guid?, string)[] owners = [(null, ""), (browsers[0].Id, "一郎"), (browsers[1].Id, "二郎")];
            var (owner, name) = owners[i / 2 % 3];
            await App.World.Cases.ChangeAsync(row => row.Subject == subject, row => row.AssigneeId, owner);
            await App.World.Cases.ChangeAsync(row => row.Subject == subject, row => row.AssigneeName, owner is null ? null : name);
            await App.World.Cases.ChangeAsync(row => row.Subject == subject, row => row.AnswerWarnAt,
                App.Time.GetUtcNow().AddMinutes(i < 8 ? -1 : 600));
            await App.World.Cases.ChangeAsync(row => row.Subject == subject, row => row.DueAt, App.Time.GetUtcNow().AddMinutes(60 - i));
        }

        var lists = new HashSet<string>();
        foreach (var view in Enum.GetValues<DeskView>().Select(DeskQuery.Key))
        {
            foreach (var (browser, _) in browsers)
            {
                foreach (var site in sites)
                {
                    var address = $"/admin/cases?tenant={site}&view={view}";
                    var rows = (await browser.GetAsync(address)).ShouldBeOk().Texts("tbody tr");
                    rows.ShouldBe((await browser.GetAsync(address + "&from=2020-01-01")).ShouldBeOk().Texts("tbody tr"), address);
                    rows.ShouldNotBeEmpty(address);
                    lists.Add(string.Join('\n', rows));
                }
            }
        }

        // Each list of each site is another one, and one's own cases are another's for each agent.
        lists.Count.ShouldBe(12);
    }

    [Fact]
    public async Task FACE_5_WhatTheQueueLacks_IsOneLinkAwayInAllCases()
    {
        var closed = await OpenAsync(subject: "月次レポートの書式", status: CaseStatus.Closed);
        await App.World.Cases.ChangeAsync(row => row.Id == closed.Id, row => row.WaitingSince, (DateTimeOffset?)null);
        var agent = await AgentAsync();

        var queue = (await agent.GetAsync("/admin/cases?q=" + Uri.EscapeDataString("レポート"))).ShouldBeOk();
        queue.Texts("tbody th a").ShouldBeEmpty();

        (await queue.ClickAsync("すべてのケースから探す")).ShouldBeOk().Texts("tbody th a").ShouldBe(["月次レポートの書式"]);
    }

    [Fact]
    public async Task ADMIN_5_TheQueue_BeginsWithWhoWaitsLongest()
    {
        await OpenAsync(subject: "古い");
        App.Time.Advance(TimeSpan.FromHours(1));
        await OpenAsync(subject: "新しい");
        var answered = await OpenAsync(subject: "回答済み", status: CaseStatus.AwaitingCustomer);
        await App.World.Cases.ChangeAsync(row => row.Id == answered.Id, row => row.WaitingSince, (DateTimeOffset?)null);
        var agent = await AgentAsync();

        var queue = (await agent.GetAsync("/admin/cases")).ShouldBeOk();

        queue.Texts("tbody th a").ShouldBe(["古い", "新しい"]);
        queue.Texts(".p-tabs__count").ShouldBe(["2", "0", "3", "0", "3"]);
        (await agent.GetAsync("/admin/cases?view=all&sort=-updated")).Texts("tbody th a").Count.ShouldBe(3);
        var home = (await agent.GetAsync("/admin/")).ShouldBeOk();
        home.ShouldShow("担当者のいないケース").ShouldShow("回答をお待ちのケース");
    }

    [Fact]
    public async Task CASE_3_CASE_7_Taken_Asked_Answered_Solved_EachSeenByTheCustomer()
    {
        var row = await OpenAsync();
        var agent = await AgentAsync();
        var author = await SignedInAsync(AuthorId);

        var page = (await agent.GetAsync(DeskPathOf(row.Number))).ShouldBeOk().ShouldShow("まだ誰も着手していません");
        page = await (await page.Form("form[action$='/take']").SubmitAsync()).FollowAsync();
        page.ShouldShow("着手しました").ShouldShow("支援 太郎");
        (await StatusAsync(row.Number)).ShouldBe(CaseStatus.InProgress);

        App.Time.Advance(DigestRules.Window);
        page = await (await page.Form(Answer).Fill("Text", "発生時刻を教えてください").SubmitAsync("ask")).FollowAsync();
        page.ShouldShow("確認の依頼を送信しました");
        (await author.GetAsync(PathOf(row.Number))).ShouldShow("発生時刻を教えてください").ShouldShow("お客さまの確認をお待ちしています")
            .ShouldShow("サポート担当 支援 太郎");
        (await App.World.Cases.ReadAsync(each => each.WaitingSince)).ShouldBeNull();

        await (await author.GetAsync(PathOf(row.Number))).Form("form[action$='/comments']").Fill("Text", "9時です").SubmitAsync("送信");
        (await App.World.Cases.ReadAsync(each => each.WaitingSince)).ShouldNotBeNull();

        App.Time.Advance(DigestRules.Window);
        page = (await agent.GetAsync(DeskPathOf(row.Number))).ShouldShow("9時です");
        await page.Form(Answer).Fill("Text", "誤検知でした").SubmitAsync("solve");
        (await author.GetAsync(PathOf(row.Number))).ShouldShow("誤検知でした").ShouldShow("解決の承認をお待ちしています");

        (await App.MailsAsync("hanako@example.jp")).Select(mail => mail.Subject.Split('｜')[0]).ShouldBe(
            ["対応を始めました（CS0000001）", "確認をお願いします（CS0000001）", "解決の承認をお願いします（CS0000001）"]);
        (await App.World.Audit.ListAsync("case-moved", happened => happened.ActorKind))
            .ShouldBe([ActorKind.Staff, ActorKind.Staff, ActorKind.Staff]);
    }

    [Fact]
    public async Task CASE_3_AnAnswer_TakesANewCase_AndEndsTheWaiting()
    {
        var row = await OpenAsync();
        var agent = await AgentAsync();

        await (await agent.GetAsync(DeskPathOf(row.Number))).Form(Answer).Fill("Text", "確認しています").SubmitAsync("回答を送信");

        var now = (await App.World.Cases.AskAsync(rows => rows)).ShouldHaveSingleItem();
        (now.Status, now.AssigneeName, now.WaitingSince).ShouldBe((CaseStatus.InProgress, "支援 太郎", null));
        (await App.World.Audit.CountAsync("case-commented")).ShouldBe(1);
    }

    [Fact]
    public async Task CASE_4_AZ_23_AnInternalNote_NeverReachesACustomer()
    {
        var row = await OpenAsync(status: CaseStatus.AwaitingCustomer);
        await FollowAsync(row, Colleague);
        var agent = await AgentAsync();
        var before = await App.World.Cases.ReadAsync(each => new { each.UpdatedAt, each.Version, each.WaitingSince });
        App.Time.Advance(TimeSpan.FromMinutes(5));

        var page = await (await (await agent.GetAsync(DeskPathOf(row.Number))).Form(Note).Fill("Note", Hidden).SubmitAsync()).FollowAsync();

        page.ShouldShow(Hidden).ShouldShow("内部メモを追加しました");
        page.Body.ShouldContain(Hidden, Case.Sensitive, "pages write it as it is");
        (await App.World.Cases.ReadAsync(each => new { each.UpdatedAt, each.Version, each.WaitingSince })).ShouldBe(before);
        foreach (var id in new[] { AuthorId, ColleagueId, ManagerId })
        {
            var browser = await SignedInAsync(id);
            foreach (var path in new[]
            {
                PathOf(row.Number), PathOf(row.Number, "close"), List, List + "?view=action", List + "/new", "/t/security/home",
                "/t/security/account", "/t/security/account/login-history",
            })
            {
                (await browser.GetAsync(path)).ShouldBeOk().ShouldNotShow(Hidden).Body.ShouldNotContain(Hidden, Case.Sensitive, path);
            }

            var data = await CraftAsync(browser, List + "/new", "/t/security/account/data");
            data.ShouldBeOk().Body.ShouldNotContain(Hidden);
            data.Body.Contains("最初の質問です", StringComparison.Ordinal).ShouldBe(id == AuthorId, "PROF-3");
            (await browser.GetAsync(PathOf(row.Number))).ShouldNotShow("支援").Texts(".p-entry").Count.ShouldBe(1);
        }

        (await App.World.Mails.CountOfAsync("case")).ShouldBe(0);

        // A mail that is sent afterwards tells what was said to the customer, and not the note before it.
        await (await agent.GetAsync(DeskPathOf(row.Number))).Form(Answer).Fill("Text", "公開の回答").SubmitAsync("回答を送信");
        foreach (var address in new[] { AuthorId, ColleagueId })
        {
            var mail = (await App.MailsAsync(address[..^3])).ShouldHaveSingleItem();
            mail.Text.ShouldContain("公開の回答");
            mail.Text.ShouldNotContain(Hidden);
            mail.Html.ShouldNotContain(Hidden);
        }

        (await App.World.Audit.CountMentioningAsync(Hidden)).ShouldBe(0);
        (await App.World.CaseEntries.ReadAsync(entry => entry.Kind == CaseEntryKind.Note, entry => entry.IsInternal)).ShouldBeTrue();
    }

    [Fact]
    public async Task CASE_4_ANoteGoesOnAClosedCaseToo_ButNoAnswer()
    {
        var row = await OpenAsync(status: CaseStatus.Closed);
        var agent = await AgentAsync();
        var page = (await agent.GetAsync(DeskPathOf(row.Number))).ShouldBeOk();

        page.Has(Answer).ShouldBeFalse();
        (await (await page.Form(Note).Fill("Note", "後日のため").SubmitAsync()).FollowAsync()).ShouldShow("後日のため");
        (await CraftAsync(agent, "/admin/cases", DeskPathOf(row.Number, "answers"), ("Text", "遅い回答"), ("Version", "1")))
            .ShouldBe(HttpStatusCode.Conflict).ShouldShow("ケースはクローズされています");
    }

    [Theory]
    [InlineData("", "内容を入力してください")]
    [InlineData("a\u202eb", "内容に使えない文字が含まれています")]
    public async Task ADMIN_5_WhatCannotBeSent_IsSaidAtTheField(string text, string said)
    {
        var row = await OpenAsync();
        var agent = await AgentAsync();
        var page = await agent.GetAsync(DeskPathOf(row.Number));

        (await page.Form(Answer).Fill("Text", text).SubmitAsync("solve")).ShouldBeRefused().ShouldShow(said);

        (await page.Form(Note).Fill("Note", "").SubmitAsync()).ShouldBeRefused();
        (await StatusAsync(row.Number)).ShouldBe(CaseStatus.New);
        (await App.World.CaseEntries.CountAsync()).ShouldBe(1);
    }

    [Fact]
    public async Task ADMIN_5_WhatTheCustomerSaidMeanwhile_IsSeenBeforeTheCaseMoves_AndTheAnswerStays()
    {
        var row = await OpenAsync(status: CaseStatus.InProgress);
        var agent = await AgentAsync();
        var form = (await agent.GetAsync(DeskPathOf(row.Number))).Form(Answer).Fill("Text", "解決しました");
        var author = await SignedInAsync(AuthorId);
        await (await author.GetAsync(PathOf(row.Number))).Form("form[action$='/comments']").Fill("Text", "待ってください").SubmitAsync("送信");

        var told = (await form.SubmitAsync("solve")).ShouldBe(HttpStatusCode.Conflict);

        told.ShouldShow("待ってください").ShouldShow("解決しました").ShouldShow("最新の内容を確認してから");
        (await told.Form(Answer).SubmitAsync("solve")).ShouldBe(HttpStatusCode.SeeOther);
        (await StatusAsync(row.Number)).ShouldBe(CaseStatus.Resolved);
    }

    [Fact]
    public async Task ADMIN_5_ACaseIsGivenToAColleague_OfTheSameTenant_AndTheCustomerSeesNothingOfIt()
    {
        var row = await OpenAsync(status: CaseStatus.InProgress);
        var agent = await AgentAsync();
        await AgentAsync("second@portal.test");
        await AgentAsync("elsewhere@portal.test", "rental");
        var second = await App.World.Accounts.ReadAsync(user => user.UserName == "second@portal.test", user => user.Id);
        var elsewhere = await App.World.Accounts.ReadAsync(user => user.UserName == "elsewhere@portal.test", user => user.Id);
        var page = await agent.GetAsync(DeskPathOf(row.Number));

        (await page.Form("form[action$='/assignee']").Choose("assignee", second.ToString()).SubmitAsync())
            .ShouldBe(HttpStatusCode.SeeOther);
        foreach (var forged in new[] { elsewhere, Author })
        {
            (await CraftAsync(agent, "/admin/cases", DeskPathOf(row.Number, "assignee"), ("assignee", forged.ToString())))
                .ShouldBeNotFound();
        }

        (await App.World.Cases.ReadAsync(each => each.AssigneeId)).ShouldBe(second);
        (await App.World.Audit.CountAsync("case-assigned")).ShouldBe(1);
        (await App.World.Mails.CountOfAsync("case")).ShouldBe(0);
        (await (await SignedInAsync(AuthorId)).GetAsync(PathOf(row.Number))).ShouldBeOk().ShouldNotShow("担当者の変更");
        (await agent.GetAsync("/admin/cases?view=mine")).Texts("tbody th").ShouldBeEmpty();
    }

    [Fact]
    public async Task SAFE_1_ADMIN_5_WhoIsSetMeanwhile_IsNotReplacedByWhoHasNotSeenIt()
    {
        var row = await OpenAsync(status: CaseStatus.InProgress);
        var (agent, other) = (await AgentAsync(), await AgentAsync("second@portal.test"));
        var second = await App.World.Accounts.IdOfAsync("second@portal.test");
        var first = await App.World.Accounts.IdOfAsync(AgentId);
        var page = await agent.GetAsync(DeskPathOf(row.Number));
        await (await other.GetAsync(DeskPathOf(row.Number))).Form("form[action$='/assignee']").Choose("assignee", second.ToString())
            .SubmitAsync();
        await (await other.GetAsync(DeskPathOf(row.Number))).Form("form[action$='/priority']").Choose("priority", "Urgent").SubmitAsync();

        var assigned = await (await page.Form("form[action$='/assignee']").Choose("assignee", $"{first}").SubmitAsync()).FollowAsync();
        var urgent = await (await page.Form("form[action$='/priority']").Choose("priority", "High").SubmitAsync()).FollowAsync();

        assigned.ShouldShow("支援 太郎さんが先に担当者を変更しました（現在の担当者：支援 太郎）").ShouldNotShow("担当者を変更しました。");
        urgent.ShouldShow("支援 太郎さんが先に優先度を変更しました（現在の優先度：至急）");
        (await App.World.Cases.ReadAsync(each => new { each.AssigneeId, each.Priority }))
            .ShouldBe(new { AssigneeId = (Guid?)second, Priority = CasePriority.Urgent });
        (await (await urgent.Form("form[action$='/priority']").Choose("priority", "High").SubmitAsync()).FollowAsync())
            .ShouldShow("優先度を変更しました");
        (await App.World.Audit.CountAsync("case-prioritised")).ShouldBe(2);
    }

    [Fact]
    public async Task AZ_01_WhoDoesNotLookAfterTheTenant_FindsNothing()
    {
        var row = await OpenAsync(status: CaseStatus.New);
        var other = await AgentAsync("elsewhere@portal.test", "control");

        (await other.GetAsync("/admin/cases?view=all")).ShouldBeOk().ShouldNotShow(row.Subject);
        (await other.GetAsync("/admin/cases?tenant=security")).ShouldBeNotFound();
        (await other.GetAsync(DeskPathOf(row.Number))).ShouldBeNotFound();
        foreach (var act in new[] { "answers", "notes", "take", "resume", "assignee" })
        {
            (await CraftAsync(other, "/admin/cases", DeskPathOf(row.Number, act), ("Text", "x"), ("Note", "x"), ("version", "1")))
                .ShouldBeNotFound();
        }

        (await StatusAsync(row.Number)).ShouldBe(CaseStatus.New);
    }

    [Theory]
    [InlineData(AuthorId)]
    [InlineData(ManagerId)]
    public async Task AZ_20_ACustomer_HasNoDesk(string id)
    {
        var row = await OpenAsync();
        var browser = await SignedInAsync(id);

        (await browser.GetAsync(DeskPathOf(row.Number))).Status.ShouldNotBe(HttpStatusCode.OK);
        (await browser.GetAsync($"/t/security/cases/security/{CaseNumber.Of(row.Number)}")).ShouldBeNotFound();
    }

    [Fact]
    public async Task ADMIN_5_UnknownNumbers_AndTenantsWithoutCases_AreNotFound()
    {
        var agent = await AgentAsync();

        (await agent.GetAsync(DeskPathOf(77))).ShouldBeNotFound();
        (await agent.GetAsync("/admin/cases/security/XX0000001")).ShouldBeNotFound();
        (await agent.GetAsync("/admin/cases/control/CS0000001")).ShouldBeNotFound();
    }

    /// <returns>The agent's account.</returns>
    private Task<Guid> LookAfterAsync(string agent, string tenant) => App.InTenantAsync("admin", async services =>
    {
        var (db, catalog) = (services.GetRequiredService<PortalDbContext>(), services.GetRequiredService<TenantCatalog>());
        var id = await db.Users.Where(row => row.UserName == agent).Select(row => row.Id).SingleAsync();
        db.StaffAssignments.Add(new StaffAssignment { UserId = id, TenantId = (await catalog.FindBySlugAsync(tenant))!.Id });
        return id;
    });

    private Task OpenElsewhereAsync(Guid person, string subject) => App.InTenantAsync("control", async services =>
    {
        var user = await services.GetRequiredService<PortalDbContext>().Users.SingleAsync(row => row.Id == person);
        await services.GetRequiredService<CaseOpening>().OpenAsync(user, new NewCase(CaseKind.Alert, subject, "内容"));
    });
}
