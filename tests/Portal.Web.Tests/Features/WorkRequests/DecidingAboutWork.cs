using System.Net;
using Portal.Rules.Cases;
using Portal.Rules.Delegation;
using Portal.Rules.Points;
using Portal.Rules.WorkRequests;
using Portal.TestKit.Accounts;
using Portal.TestKit.Mail;
using Portal.TestKit.Web;
using Portal.Web.Data.Entities;
using Portal.Web.Domain.WorkRequests;

namespace Portal.Web.Tests.Features.WorkRequests;

/// <summary>Accepted, declined, withdrawn: once, whoever comes first (WORK-3, ADMIN-5).</summary>
public sealed class DecidingAboutWork : WorkTest
{
    [Fact]
    public async Task WORK_3_ADMIN_5_Accepted_PointsCaseLinkEventMailAndRedirect()
    {
        await GrantAsync(100);
        await SubmittedAsync();
        var agent = await AgentAsync();
        var page = await (await agent.GetAsync(Desk)).ShouldBeOk().ClickAsync("WR0000001");
        page.ShouldBeOk().ShouldShow("web01").ShouldShow("契約の残りポイント");

        var ask = (await page.ClickAsync("受理")).ShouldBeOk();
        var done = (await ask.Form("form:has(textarea[name=Reason])").Fill("Reason", "明日から作業します。").SubmitAsync())
            .ShouldRedirectTo(DeskOf(1));

        var shown = (await done.FollowAsync()).ShouldBeOk().ShouldShow("作業依頼 WR0000001 を受理し、ケースを作成しました").ShouldShow("CS0000001");
        (await StateAsync()).ShouldBe(WorkStatus.Accepted);
        (await BalanceAsync()).ShouldBe(new PointBalance(100, Cost, 0, 0));
        var opened = (await App.World.Cases.AskAsync(rows => rows)).ShouldHaveSingleItem();
        (opened.Kind, opened.Status, opened.AuthorId).ShouldBe((CaseKind.WorkRequest, CaseStatus.InProgress, Author));
        (await App.World.WorkRequests.ReadAsync(row => row.CaseId)).ShouldBe(opened.Id);
        (await App.World.Audit.CountAsync("work-request-accepted")).ShouldBe(1);
        (await App.World.Audit.CountAsync("case-opened")).ShouldBe(1);
        var mails = await App.MailsAsync("hanako@example.jp");
        mails.Count.ShouldBe(2, "the receipt and the decision: the case that was opened is told of in the latter");
        var mail = mails.Single(each => each.Subject.Contains("受理しました", StringComparison.Ordinal));
        mail.Text.ShouldContain("明日から作業します。");
        mail.Text.ShouldContain("CS0000001");
        (await shown.ClickAsync("CS0000001")).ShouldBeOk().ShouldShow("web01").ShouldShow("WR0000001");
    }

    [Fact]
    public async Task WORK_3_TheCaseAndTheRequest_LinkBothWays_ForTheCustomer()
    {
        await GrantAsync(100);
        await AcceptAsync(await SubmittedAsync());
        var browser = await SignedInAsync(AuthorId);

        var theCase = (await (await browser.GetAsync(RequestOf(1))).ShouldBeOk().ClickAsync("作業の状況を確認（CS0000001）")).ShouldBeOk();
        theCase.ShouldShow("web01");
        (await theCase.ClickAsync("WR0000001")).ShouldBeOk().ShouldShow("この依頼は受理されました");
    }

    [Fact]
    public async Task WORK_3_ADMIN_5_Declined_PointsFreeNoCaseReasonEventAndMail()
    {
        await GrantAsync(100);
        await SubmittedAsync();
        var agent = await AgentAsync();

        var ask = (await agent.GetAsync(DeskOf(1, "decline"))).ShouldBeOk();
        var done = await ask.Form("form:has(textarea[name=Reason])").Fill("Reason", "対象の装置が契約に含まれません。").SubmitAsync();

        (await done.ShouldRedirectTo(DeskOf(1)).FollowAsync()).ShouldBeOk().ShouldShow("作業依頼 WR0000001 を不受理にしました");
        (await StateAsync()).ShouldBe(WorkStatus.Declined);
        (await BalanceAsync()).ShouldBe(new PointBalance(100, 0, 0, 0));
        (await App.World.Cases.CountAsync()).ShouldBe(0);
        (await App.World.Audit.ReadAsync("work-request-declined", happened => happened.Reason)).ShouldBe("対象の装置が契約に含まれません。");
        var mail = (await App.MailsAsync("hanako@example.jp"))
            .Single(each => each.Subject.Contains("受理されませんでした", StringComparison.Ordinal));
        mail.Text.ShouldContain("対象の装置が契約に含まれません。");
        (await (await SignedInAsync(AuthorId)).GetAsync(RequestOf(1))).ShouldBeOk().ShouldShow("この依頼は受理されませんでした")
            .ShouldShow("対象の装置が契約に含まれません。");
    }

    [Theory]
    [InlineData("", "不受理の理由を入力してください")]
    [InlineData("理由\u202e", "不受理の理由に使えない文字が含まれています")]
    public async Task WORK_3_NobodyIsDeclinedWithoutAReason(string reason, string said)
    {
        await GrantAsync(100);
        await SubmittedAsync();
        var agent = await AgentAsync();

        var ask = await agent.GetAsync(DeskOf(1, "decline"));

        (await ask.Form("form:has(textarea[name=Reason])").Fill("Reason", reason).SubmitAsync()).ShouldBeRefused().ShouldShow(said);
        (await StateAsync()).ShouldBe(WorkStatus.Submitted);
    }

    [Fact]
    public async Task WORK_3_InTheCustomersLanguage_TheDecisionIsMailed_AndTheCaseSpeaks()
    {
        await GrantAsync(100);
        await App.World.Accounts.ChangeAllAsync(user => user.Language, "en");
        await AcceptAsync(await SubmittedAsync());

        (await App.MailsAsync("hanako@example.jp"))
            .ShouldContain(mail => mail.Subject.StartsWith("Work request WR0000001 accepted", StringComparison.Ordinal));
        (await App.World.Cases.ReadAsync(row => row.Subject)).ShouldBe("Detection policy change WR0000001");
        (await App.World.CaseEntries.ReadAsync(entry => entry.Source))!.ShouldContain("**Target**");
    }

    [Fact]
    public async Task IV_12_WORK_3_WhatWasTyped_FormatsNothingInTheCase()
    {
        await GrantAsync(100);
        var browser = await SignedInAsync(AuthorId);
        await SendAsync((await FilledAsync(browser)).Fill("Values[target]", "**a** [b](https://x.example)")
            .Fill("Values[why]", "- eins\n# zwei"));
        await AcceptAsync((await App.World.WorkRequests.AskAsync(rows => rows)).Single());

        var page = (await browser.GetAsync("/t/security/cases/CS0000001")).ShouldBeOk().ShouldShow("**a** [b](https://x.example)")
            .ShouldShow("# zwei");

        page.Texts(".p-rich a").ShouldNotContain("b");
        page.Has(".p-rich h4").ShouldBeFalse();
    }

    [Fact]
    public async Task WORK_3_Withdrawn_FreesThePoints_AndIsTheEndOfIt()
    {
        await GrantAsync(100);
        await SubmittedAsync();
        var browser = await SignedInAsync(AuthorId);

        var ask = await (await browser.GetAsync(RequestOf(1))).ClickAsync("依頼の取り下げ");
        var done = await ask.ShouldBeOk().Form("form:has(.p-actions)").SubmitAsync("取り下げる");

        (await done.ShouldRedirectTo(RequestOf(1)).FollowAsync()).ShouldBeOk().ShouldShow("作業依頼 WR0000001 を取り下げました")
            .ShouldNotShow("依頼の取り下げ");
        (await StateAsync()).ShouldBe(WorkStatus.Withdrawn);
        (await BalanceAsync()).ShouldBe(new PointBalance(100, 0, 0, 0));
        (await App.World.Audit.CountAsync("work-request-withdrawn")).ShouldBe(1);
    }

    [Theory]
    [InlineData(ManagerId, true)]
    [InlineData(ColleagueId, false)]
    public async Task WORK_3_WhoManagesThePoints_WithdrawsForOthers_AColleagueDoesNot(string reader, bool may)
    {
        await GrantAsync(100);
        await SubmittedAsync();
        var browser = await SignedInAsync(reader);

        (await CraftAsync(browser, Requests, RequestOf(1, "withdraw"))).ShouldRedirectTo(RequestOf(1));

        (await StateAsync()).ShouldBe(may ? WorkStatus.Withdrawn : WorkStatus.Submitted);
    }

    [Theory]
    [InlineData(AuthorId, 0)]
    [InlineData(ManagerId, 1)]
    public async Task WORK_3_WhatSomebodyElseWithdraws_ItsAuthorIsTold_WithTheName(string who, int mails)
    {
        await GrantAsync(100);
        await SubmittedAsync();
        await CraftAsync(await SignedInAsync(who), Requests, RequestOf(1, "withdraw"));

        var told = (await App.MailsAsync()).Where(mail => mail.Subject.Contains("取り下げられました", StringComparison.Ordinal)).ToList();

        told.Count.ShouldBe(mails);
        foreach (var mail in told)
        {
            mail.To.ShouldBe("hanako@example.jp");
            mail.Text.ShouldContain("山田 太郎さんが、お客さまの作業依頼を取り下げました");
        }

        (await (await SignedInAsync(AuthorId)).GetAsync(RequestOf(1))).ShouldBeOk().Texts("dd")[^1]
            .ShouldEndWith(who == ManagerId ? "山田 太郎" : "佐藤 花子");
    }

    [Theory]
    [InlineData("accept")]
    [InlineData("decline")]
    public async Task WORK_3_WhatIsDecided_IsNotDecidedAgain(string act)
    {
        await GrantAsync(100);
        await WithdrawAsync(await SubmittedAsync());
        var agent = await AgentAsync();

        (await (await agent.GetAsync(DeskOf(1, act))).ShouldRedirectTo(DeskOf(1)).FollowAsync()).ShouldShow("すでに決まっています");
        (await CraftAsync(agent, Desk, DeskOf(1, act), ("Reason", "長い理由"))).ShouldBe(HttpStatusCode.Conflict)
            .ShouldShow("すでに決まっているため").Find("textarea[name=Reason]").TextContent.Trim().ShouldBe("長い理由");

        (await StateAsync()).ShouldBe(WorkStatus.Withdrawn);
        (await App.World.Cases.CountAsync()).ShouldBe(0);
        (await BalanceAsync()).ShouldBe(new PointBalance(100, 0, 0, 0));
    }

    [Fact]
    public async Task AZ_18_WORK_3_AcceptedDeclinedAndWithdrawnAtOnce_OneWins()
    {
        await GrantAsync(10 * Cost);
        for (var i = 1; i <= 8; i++)
        {
            var row = await SubmittedAsync();

            var outcomes = await Task.WhenAll(AcceptAsync(row), WithdrawAsync(row), DeclineAsync(row));

            outcomes.Count(outcome => outcome is WorkOutcome.Done).ShouldBe(1);
            outcomes.Count(outcome => outcome is WorkOutcome.Refused).ShouldBe(2);
        }

        var accepted = (int)await App.World.WorkRequests.CountAsync(row => row.Status == WorkStatus.Accepted);
        (await App.World.Cases.CountAsync()).ShouldBe(accepted);
        (await App.World.WorkRequests.CountAsync(row => row.CaseId != null)).ShouldBe(accepted);
        (await BalanceAsync()).ShouldBe(new PointBalance(10 * Cost, accepted * Cost, 0, 0));
    }

    [Fact]
    public async Task WORK_3_WithoutItsAuthor_TheCaseIsTheManagers_WhoIsTold()
    {
        await GrantAsync(100);
        var row = await SubmittedAsync();
        await App.World.WorkRequests.ChangeAllAsync(each => each.AuthorId, (Guid?)null);

        (await AcceptAsync(row)).ShouldBeOfType<WorkOutcome.Done>();

        (await App.World.Cases.ReadAsync(each => each.AuthorId)).ShouldBe(Manager);
        (await App.MailsAsync("taro@example.jp"))
            .ShouldContain(mail => mail.Subject.StartsWith("作業依頼 WR0000001 を受理しました", StringComparison.Ordinal));
    }

    [Fact]
    public async Task WORK_3_CASE_7_OfAnAuthorWhoMayNotBeIn_TheCaseIsAManagersWhoMay_AlsoAmongOthersFirst()
    {
        const string Second = "ichiro@example.jp.cs";
        var second = await new Account(Tenant, Second) { Contract = Contract, Email = "ichiro@example.jp", Role = AccountRole.Manager }
            .AddToAsync(App);
        var (one, other) = (await SubmittedAsync(code: Report), await SubmittedAsync(code: Report));
        await App.World.Accounts.ChangeAsync(Author, user => user.DisabledAt, App.Time.GetUtcNow());
        await App.World.Accounts.ChangeAsync(Manager, user => user.DisabledAt, App.Time.GetUtcNow());

        (await AcceptAsync(one)).ShouldBeOfType<WorkOutcome.Done>();

        (await App.World.Cases.ReadAsync(each => each.AuthorId)).ShouldBe(second);
        var mail = (await App.MailsAsync("ichiro@example.jp")).ShouldHaveSingleItem();
        mail.Text.ShouldContain("契約の管理者にお送りしています");
        await App.World.Accounts.ChangeAsync(second, user => user.DisabledAt, App.Time.GetUtcNow());
        await App.World.Accounts.ChangeAsync(Colleague, user => user.DisabledAt, App.Time.GetUtcNow());
        (await AcceptAsync(other)).ShouldBeOfType<WorkOutcome.Nobody>("nobody would be told of the case");
    }

    [Fact]
    public async Task WORK_3_CASE_6_OfAnAuthorWhoMayNotBeIn_TheCaseIsAManagersHere_WhateverPeopleAreInTheirOwnContract()
    {
        const string Theirs = "stranger@example.net";
        var stranger = await App.World.Accounts.IdOfAsync(StrangerId);
        await App.World.Memberships.ShareHolderAsync(Contract, "N900000002");
        await App.World.Memberships.AddAsync(stranger, Contract);
        await App.World.Accounts.ChangeAsync(stranger, user => user.FamilyNameKana, "ア");
        await App.World.Accounts.ChangeAsync(Manager, user => user.FamilyNameKana, "ヤマダ");
        var (one, other) = (await SubmittedAsync(code: Report), await SubmittedAsync(code: Report));
        await App.World.Accounts.DisableAsync(Author);

        (await AcceptAsync(one)).ShouldBeOfType<WorkOutcome.Done>();

        (await App.World.Cases.ReadAsync(each => each.AuthorId)).ShouldBe(Manager);
        (await App.MailsAsync("taro@example.jp")).ShouldHaveSingleItem();
        (await App.MailsAsync(Theirs)).ShouldBeEmpty();
        await App.World.Accounts.DisableAsync(Manager);
        await App.World.Accounts.SetRoleAsync(stranger, AccountRole.Member);
        await App.World.Memberships.ChangeAsync(stranger, row => row.Role, AccountRole.Manager);
        (await AcceptAsync(other)).ShouldBeOfType<WorkOutcome.Done>();
        (await App.World.Cases.CountAsync(each => each.AuthorId == stranger)).ShouldBe(1);
        (await App.MailsAsync(Theirs)).ShouldHaveSingleItem();
    }

    [Theory]
    [InlineData(CaseVisibility.Everybody, 1)]
    [InlineData(CaseVisibility.Managers, 1)]
    [InlineData(CaseVisibility.Chosen, 0)]
    [InlineData(CaseVisibility.NobodyElse, 0)]
    public async Task CASE_6_WORK_3_InTheAuthorsPlace_AManagerIsTold_WhoSeesTheRequest(CaseVisibility visibility, int mails)
    {
        await ShareAsync(visibility, Colleague);
        var row = await SubmittedAsync(code: Report);
        await App.World.Accounts.ChangeAsync(Author, user => user.DisabledAt, App.Time.GetUtcNow());

        (await DeclineAsync(row)).ShouldBeOfType<WorkOutcome.Done>();

        (await App.MailsAsync("taro@example.jp")).Count.ShouldBe(mails);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task CASE_7_WORK_3_WhoWorksForASuspendedContractFromElsewhere_IsToldNothing(bool sent)
    {
        var stranger = await App.World.Accounts.IdOfAsync(StrangerId);
        await App.World.Memberships.ShareHolderAsync(Contract, "N900000002");
        await App.World.Memberships.AddAsync(stranger, Contract, AccountRole.Manager);
        var (before, after) = (await SubmittedAsync(code: Report), await SubmittedAsync(code: Report));
        await App.World.Accounts.DisableAsync(Manager);
        await App.World.Accounts.DisableAsync(Author);
        foreach (var row in sent ? [before, after] : Array.Empty<WorkRequest>())
        {
            await App.World.WorkRequests.ChangeAsync(each => each.Id == row.Id, each => each.AuthorId, stranger);
        }

        (await DeclineAsync(before)).ShouldBeOfType<WorkOutcome.Done>();
        (await App.MailsAsync("stranger@example.net")).ShouldHaveSingleItem();
        await App.World.Contracts.ChangeAsync(row => row.Number == Contract, row => row.Status, ContractStatus.Suspended);
        (await AcceptAsync(after)).ShouldBeOfType<WorkOutcome.Nobody>("nobody would be told of the case");
        (await DeclineAsync(after)).ShouldBeOfType<WorkOutcome.Done>();

        (await App.MailsAsync("stranger@example.net")).ShouldHaveSingleItem();
    }

    [Theory]
    [InlineData(Policy, true)]
    [InlineData(Report, false)]
    public async Task WORK_2_WORK_3_PointsAreToldOf_WhereItCostsSome(string code, bool costs)
    {
        await GrantAsync(100);
        var browser = await SignedInAsync(AuthorId);
        var receipt = await (await SendAsync(await FilledAsync(browser, code))).FollowAsync();
        var row = await App.World.WorkRequests.ReadAsync(each => each);
        var agent = await AgentAsync("looker@portal.test");
        foreach (var page in new[] { "", "accept", "decline" })
        {
            (await agent.GetAsync(DeskOf(row!.Number, page))).ShouldBeOk().Find("main").TextContent
                .Contains(page.Length > 0 ? "予約したポイント" : "ポイントを使用して", StringComparison.Ordinal).ShouldBe(costs, page);
        }

        await AcceptAsync(row!);
        await DeclineAsync(await SubmittedAsync(code: code));

        receipt.Texts(".p-callout")[0].Contains("ポイント", StringComparison.Ordinal).ShouldBe(costs);
        var mails = await App.MailsAsync("hanako@example.jp");
        mails.Count.ShouldBe(4);
        mails.ShouldAllBe(mail => mail.Text.Contains("予約したポイント", StringComparison.Ordinal)
            == (costs && mail.Subject.Contains("受理", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task AZ_01_ADMIN_5_AnotherTenantsAgent_FindsNothing()
    {
        await GrantAsync(100);
        await SubmittedAsync();
        var agent = await AgentAsync("other@portal.test", "control");

        (await agent.GetAsync(Desk)).ShouldBeOk().ShouldNotShow("WR0000001");
        (await agent.GetAsync(DeskOf(1))).ShouldBeNotFound();
        (await CraftAsync(agent, "/admin", DeskOf(1, "accept"))).ShouldBeNotFound();
        (await StateAsync()).ShouldBe(WorkStatus.Submitted);
    }

    [Fact]
    public async Task ADMIN_5_TheQueue_HasWhoWaitsLongestFirst_AndTabs()
    {
        await GrantAsync(100);
        await SubmittedAsync();
        App.Time.Advance(TimeSpan.FromMinutes(1));
        await SubmittedAsync(Colleague, Report);
        await AcceptAsync(await SubmittedAsync());
        var agent = await AgentAsync();

        var list = (await agent.GetAsync(Desk)).ShouldBeOk();

        list.Texts("tbody th a").ShouldBe(["WR0000001", "WR0000002"]);
        list.Texts(".p-tabs__count").ShouldBe(["2", "1", "0", "0", "3"]);
        (await agent.GetAsync($"{Desk}?view=accepted")).Texts("tbody th a").ShouldBe(["WR0000003"]);
        var found = await agent.GetAsync($"{Desk}?view=all&q={Uri.EscapeDataString("鈴木")}");
        found.Texts("tbody th a").ShouldBe(["WR0000002"]);
        found.Texts("a[aria-current=true] .p-tabs__count").ShouldBe(["1"], "tabs count what is searched for (FACE-5)");
        found.Find("a[aria-current=true]:has(.p-tabs__count)").GetAttribute("href")!.ShouldContain("q=");
        (await agent.GetAsync("/admin")).ShouldBeOk().ShouldShow("受理を待つ作業依頼");
    }

    [Fact]
    public async Task WORK_1_ARequestKeepsTheVersionThatItWasSentWith()
    {
        await GrantAsync(100);
        await SubmittedAsync();
        await ChangeAsync(Policy, PolicyJson.Replace("対象", "機器", StringComparison.Ordinal)
            .Replace("検知ポリシーの変更", "ポリシー変更", StringComparison.Ordinal));

        (await (await SignedInAsync(AuthorId)).GetAsync(RequestOf(1))).ShouldBeOk().ShouldShow("検知ポリシーの変更").ShouldShow("対象")
            .ShouldNotShow("機器");
        (await (await AgentAsync()).GetAsync(DeskOf(1))).ShouldBeOk().ShouldShow("第1版").ShouldShow("対象");
    }
}
