using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Portal.Rules.Cases;
using Portal.TestKit.Accounts;
using Portal.TestKit.Mail;
using Portal.TestKit.Web;
using Portal.Web.Data.Entities;
using Portal.Web.Domain.Cases;
using Portal.Web.Domain.Cases.Digests;
using Portal.Web.Jobs.Cases;
using Portal.Web.Tenancy;

namespace Portal.Web.Tests.Features.Cases.Mails;

/// <summary>One mail rather than five, when several things happen to one's cases within two minutes (CASE-7).</summary>
public sealed class TellingTogether : CaseTest
{
    private const string Reply = "form[action$='/comments']";
    private const string Address = "hanako@example.jp";
    private PortalBrowser? desk;

    [Theory]
    [InlineData("ja", "ケースに4件の更新があります", "鈴木 次郎さんがコメントしました。 コメント 4", "返信しても届きません")]
    [InlineData("en", "4 updates on your cases", "鈴木 次郎 commented. コメント 4", "Replies to this email are not read")]
    public async Task CASE_7_FiveComments_AreOneMailAtOnce_AndOneDigestWithTheRest(string language, string subject, string line,
        string unread)
    {
        var (one, other) = (await OpenAsync(), await OpenAsync(subject: "別の件名"));
        await App.World.Accounts.ChangeAsync(Author, user => user.Language, language);
        await CommentAsync(one, "コメント 1");
        for (var i = 2; i <= 5; i++)
        {
            App.Time.Advance(TimeSpan.FromSeconds(20));
            await CommentAsync(i % 2 == 0 ? one : other, $"コメント {i}");
        }

        (await MailsAsync()).ShouldHaveSingleItem().Text.ShouldContain("コメント 1");
        (await RoundAsync()).ShouldBe(0);
        App.Time.Advance(TimeSpan.FromSeconds(40));
        (await RoundAsync()).ShouldBe(1);
        (await RoundAsync()).ShouldBe(0);

        var mails = await MailsAsync();
        mails.Count.ShouldBe(2);
        var digest = mails[1];
        digest.Subject.ShouldStartWith(subject);
        digest.Text.ShouldContain(line);
        digest.Text.ShouldContain(unread);
        digest.Text.ShouldNotContain("コメント 1");
        foreach (var row in new[] { one, other })
        {
            digest.Text.ShouldContain(row.Subject);
            digest.Text.ShouldContain($"https://localhost/t/security/cases/{CaseNumber.Of(row.Number)}\n");
        }

        (await App.World.Mails.CountOfAsync("case-digest")).ShouldBe(1);
        (await App.World.CaseDigestItems.CountAsync()).ShouldBe(0);
    }

    [Fact]
    public async Task CASE_7_FACE_7_OfOneCase_TheSubjectSaysOne()
    {
        var row = await OpenAsync();
        await App.World.Accounts.ChangeAsync(Author, user => user.Language, "en");
        for (var i = 1; i <= 3; i++)
        {
            await CommentAsync(row, $"コメント {i}");
        }

        App.Time.Advance(DigestRules.Window);
        await RoundAsync();

        (await MailsAsync())[1].Subject.ShouldStartWith("2 updates on your case");
        (await MailsAsync())[1].Subject.ShouldNotContain("cases");
    }

    [Fact]
    public async Task CASE_7_WhatHappened_IsToldInItsOrder_AlsoWithinOneMoment()
    {
        var row = await OpenAsync();
        for (var i = 0; i < 7; i++)
        {
            await CommentAsync(row, $"コメント {i}");
        }

        App.Time.Advance(DigestRules.Window);
        await RoundAsync();

        var text = (await MailsAsync())[1].Text;
        Enumerable.Range(1, 6).Select(i => text.IndexOf($"コメント {i}", StringComparison.Ordinal)).ToList().ShouldBeInOrder();
    }

    [Theory]
    [InlineData("ja", "サポート担当から確認の依頼がありました。", "サポート担当から解決の連絡がありました。", "承認するか差し戻してください", "コメントで回答してください")]
    [InlineData("en", "Support asked a question.", "Support offered a solution.", "approve or reject it", "answer with a comment")]
    public async Task CASE_7_ADigest_SaysWhatHappened_AndAsksOnceForWhatIsExpectedNow(string language, string asked, string solved,
        string todo, string over)
    {
        var row = await OpenAsync();
        await App.World.Accounts.ChangeAsync(Author, user => user.Language, language);
        await CommentAsync(row, "一つ目");
        await AnswerAsync(row, "時刻はいつですか", "ask");
        await CommentAsync(row, "十時です");
        await AnswerAsync(row, "直しました", "solve");
        App.Time.Advance(DigestRules.Window);

        (await RoundAsync()).ShouldBe(1);

        var text = (await MailsAsync())[1].Text;
        text.ShouldContain(asked);
        text.ShouldContain(solved);
        text.Split(todo).Length.ShouldBe(2, "once");
        text.ShouldNotContain(over);
    }

    [Fact]
    public async Task CASE_7_AQuestionThatWaitedAlone_AndIsAnswered_AsksForNothing()
    {
        var row = await OpenAsync();
        await CommentAsync(row, "一つ目");
        await AnswerAsync(row, "時刻はいつですか", "ask");
        await App.World.Cases.ChangeAllAsync(each => each.Status, CaseStatus.InProgress);
        App.Time.Advance(DigestRules.Window);

        (await RoundAsync()).ShouldBe(1);

        var mail = (await MailsAsync())[1];
        mail.Subject.ShouldStartWith("新しいコメントがあります");
        mail.Text.ShouldContain("時刻はいつですか");
        mail.Text.ShouldNotContain("コメントで回答してください");
    }

    [Fact]
    public async Task CASE_7_WhatWaitsAlone_IsTheUsualMail_WithItsWholeText()
    {
        var row = await OpenAsync();
        await CommentAsync(row, "一つ目");
        await CommentAsync(row, "二つ目\n\n最後の行");
        App.Time.Advance(DigestRules.Window);

        (await RoundAsync()).ShouldBe(1);

        var second = (await MailsAsync())[1];
        second.Subject.ShouldStartWith($"新しいコメントがあります（{CaseNumber.Of(row.Number)}）");
        second.Text.ShouldContain("最後の行");
    }

    [Fact]
    public async Task CASE_7_TwoMinutesLater_TheNextGoesOutAtOnce_AndTheOwnReceiptKeepsNothingBack()
    {
        var page = await (await SignedInAsync(AuthorId)).GetAsync(List + "/new");
        var check = await page.Form("form:has(textarea)").Choose("Kind", nameof(CaseKind.Alert)).Fill("Subject", "件名").Fill("Text", "本文")
            .SubmitAsync("check");
        (await check.Form("form:has(button[value=save])").SubmitAsync("save")).ShouldBe(HttpStatusCode.SeeOther);
        var row = (await App.World.Cases.AskAsync(rows => rows)).ShouldHaveSingleItem();
        (await MailsAsync()).Count.ShouldBe(1);

        await CommentAsync(row, "すぐの返事");
        (await MailsAsync()).Count.ShouldBe(2);
        App.Time.Advance(DigestRules.Window);
        await CommentAsync(row, "二分後");

        (await MailsAsync()).Count.ShouldBe(3);
        (await App.World.CaseDigestItems.CountAsync()).ShouldBe(0);
    }

    [Theory]
    [InlineData("unfollowed")]
    [InlineData("moved")]
    [InlineData("disabled")]
    [InlineData("suspended")]
    [InlineData("addressless")]
    [InlineData("feature")]
    public async Task CASE_7_CASE_6_WhoMayNotSeeItAnyMore_IsToldNothingOfIt(string change)
    {
        var (hidden, shown) = (await OpenAsync(subject: "隠れる件名"), await OpenAsync(Manager, subject: "残る件名"));
        await FollowAsync(hidden, Colleague);
        await FollowAsync(shown, Colleague);
        await CommentAsync(shown, "最初", AuthorId);
        await CommentAsync(hidden, "社外秘", AuthorId);
        await CommentAsync(hidden, "社外秘の続き", AuthorId);
        await CommentAsync(shown, "見えるもの", AuthorId);
        await PutAsync(change, hidden);
        App.Time.Advance(DigestRules.Window);

        await RoundAsync();

        var mails = await App.MailsAsync("jiro@example.jp");
        mails.ShouldAllBe(mail => !mail.Text.Contains("社外秘") && !mail.Text.Contains("隠れる件名"));
        mails.Count.ShouldBe(change == "unfollowed" ? 2 : 1);
        (await App.World.CaseDigestItems.CountAsync(item => item.UserId == Colleague)).ShouldBe(0);
    }

    [Fact]
    public async Task CASE_7_ASuspendedTenant_SendsNothing()
    {
        var row = await OpenAsync();
        await CommentAsync(row, "一つ目");
        await CommentAsync(row, "二つ目");
        App.Time.Advance(DigestRules.Window);
        await App.World.Tenants.SuspendAsync(Tenant);
        App.Services.GetRequiredService<TenantCatalog>().Invalidate();

        (await RoundAsync()).ShouldBe(0);
        (await App.World.Mails.CountToAsync(Author)).ShouldBe(1);
    }

    [Fact]
    public async Task CASE_4_CASE_7_NothingInternalIsInADigest()
    {
        var row = await OpenAsync();
        await CommentAsync(row, "一つ目");
        await App.InTenantAsync(Tenant, services => services.GetRequiredService<CaseTalk>()
            .NoteAsync(row.Id, new CaseActor(CaseSide.Agent, null, "支援"), "社内の覚え書き"));
        await CommentAsync(row, "二つ目");
        await CommentAsync(row, "三つ目");

        // What becomes internal in between, by whatever hand.
        await App.World.CaseEntries.ChangeAsync(entry => entry.Source == "三つ目", entry => entry.IsInternal, true);
        App.Time.Advance(DigestRules.Window);
        (await RoundAsync()).ShouldBe(1);

        var digest = (await MailsAsync())[1];
        digest.Text.ShouldContain("二つ目");
        digest.Text.ShouldNotContain("三つ目");
        digest.Text.ShouldNotContain("覚え書き");
    }

    [Fact]
    public async Task CASE_7_ML_03_HoweverManyWriteAtOnceOnTwoNodes_OneIsFirst_AndTheRestOneDigest()
    {
        const int AtOnce = 8;
        await using var second = App.SecondNode();
        var browser = await SignedInAsync(ColleagueId);
        var forms = new List<PortalForm>();
        for (var i = 0; i < AtOnce; i++)
        {
            forms.Add((await browser.GetAsync(PathOf((await OpenAsync()).Number))).Form(Reply));
        }

        var answers = await Task.WhenAll(forms.Select((form, i) => Task.Run(() =>
            form.Fill("Text", $"同時に {i}").SubmitAsync("送信", by: i % 2 == 0 ? browser : browser.At(second)))));
        answers.ShouldAllBe(answer => answer.Status == HttpStatusCode.SeeOther);
        (await App.World.Mails.CountToAsync(Author)).ShouldBe(1);
        (await App.World.CaseDigestItems.CountAsync()).ShouldBe(AtOnce - 1);
        App.Time.Advance(DigestRules.Window);

        var sent = await Task.WhenAll(new[] { App, second, App, second }.Select(node => Task.Run(() => RoundAsync(node))));

        sent.Sum().ShouldBe(1);
        (await App.World.Mails.CountToAsync(Author)).ShouldBe(2);
        (await App.World.Setbacks.CountAsync()).ShouldBe(0);
        (await MailsAsync())[1].Subject.ShouldStartWith($"ケースに{AtOnce - 1}件の更新があります");
    }

    [Fact]
    public async Task CASE_7_ML_08_ADigestIsCountedOnce()
    {
        var row = await OpenAsync();
        for (var i = 0; i < 4; i++)
        {
            await CommentAsync(row, $"コメント {i}");
        }

        App.Time.Advance(DigestRules.Window);
        await RoundAsync();

        (await App.World.Mails.CountAsync(mail => mail.Cap == MailCap.Case && mail.RecipientUserId == Author)).ShouldBe(2);
        (await App.World.Audit.CountAsync("mail-withheld")).ShouldBe(0);
    }

    [Fact]
    public async Task CASE_7_TheReadersWithNews_AreAskedForOnce()
    {
        var row = await OpenAsync();
        for (var i = 0; i < 3; i++)
        {
            await CommentAsync(row, $"コメント {i}");
        }

        App.Time.Advance(DigestRules.Window);

        (await App.InTenantAsync(Tenant, services => services.GetRequiredService<ICaseDigests>().Due().ToListAsync()))
            .ShouldBe([Author]);
    }

    private Task<int> RoundAsync(PortalApp? node = null) =>
        (node ?? App).Services.GetRequiredService<CaseDigestRound>().RunOnceAsync(CancellationToken.None);

    private Task<IReadOnlyList<CaughtMail>> MailsAsync() => App.MailsAsync(Address);

    private async Task CommentAsync(SupportCase row, string text, string by = ColleagueId)
    {
        if (!browsers.TryGetValue(by, out var browser))
        {
            browsers[by] = browser = await SignedInAsync(by);
        }

        (await (await browser.GetAsync(PathOf(row.Number))).Form(Reply).Fill("Text", text).SubmitAsync("送信"))
            .ShouldBe(HttpStatusCode.SeeOther);
    }

    private readonly Dictionary<string, PortalBrowser> browsers = [];

    private async Task PutAsync(string change, SupportCase hidden)
    {
        switch (change)
        {
            case "unfollowed":
                await App.InTenantAsync(Tenant,
                    services => services.GetRequiredService<CaseFollowing>().UnfollowAsync(hidden.Id, Colleague));
                break;
            case "moved":
                var elsewhere = await App.World.Contracts.ReadAsync(contract => contract.Number == "N900000002", contract => contract.Id);
                await App.World.Accounts.ChangeAsync(Colleague, user => user.ContractId, (Guid?)elsewhere);
                break;
            case "disabled":
                await App.World.Accounts.ChangeAsync(Colleague, user => user.DisabledAt, App.Time.GetUtcNow());
                break;
            case "suspended":
                await App.World.Contracts.SuspendAllAsync();
                break;
            case "addressless":
                await App.World.Accounts.ChangeAsync(Colleague, user => user.Email, null);
                break;
            default:
                await App.ChangeProfileAsync(Tenant, profile => profile with { Features = [.. profile.Features.Except(["cases"])] });
                break;
        }
    }

    private async Task AnswerAsync(SupportCase row, string text, string step)
    {
        desk ??= await AgentAsync();
        (await (await desk.GetAsync(DeskPathOf(row.Number))).Form("form[action$='/answers']").Fill("Text", text).SubmitAsync(step))
            .ShouldBe(HttpStatusCode.SeeOther);
    }
}
