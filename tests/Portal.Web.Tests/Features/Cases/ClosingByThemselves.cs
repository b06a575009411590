using System.Net;
using Microsoft.Extensions.DependencyInjection;
using Portal.Rules.Cases;
using Portal.TestKit.Accounts;
using Portal.TestKit.Mail;
using Portal.TestKit.Web;
using Portal.Web.Data.Entities;
using Portal.Web.Domain.Cases;
using Portal.Web.Jobs;
using Portal.Web.Tenancy;
using Portal.Web.Tenancy.Profiles;

namespace Portal.Web.Tests.Features.Cases;

/// <summary>Solved cases that nobody approves: two reminders, then the end (CASE-3).</summary>
public sealed class ClosingByThemselves : CaseTest
{
    [Fact]
    public async Task CASE_3_AfterTwoReminders_ItCloses_AndItsPeopleAreTold()
    {
        var row = await SolvedAsync();
        await FollowAsync(row, Colleague);

        (await RoundAsync(6.9)).ShouldBe(0);
        (await RoundAsync(7.1)).ShouldBe(1);
        (await RoundAsync(7.2)).ShouldBe(0);
        (await RoundAsync(13.1)).ShouldBe(1);
        (await RoundAsync(13.9)).ShouldBe(0);
        (await StatusAsync(row.Number)).ShouldBe(CaseStatus.Resolved);
        (await RoundAsync(14.1)).ShouldBe(1);
        (await RoundAsync(14.2)).ShouldBe(0);

        (await StatusAsync(row.Number)).ShouldBe(CaseStatus.Closed);
        foreach (var address in new[] { AuthorId, ColleagueId })
        {
            (await App.MailsAsync(address[..^3])).Select(mail => mail.Subject.Split('｜')[0])
                .Where(subject => subject.Contains("クローズ", StringComparison.Ordinal)).ShouldBe(
                    ["あと7日でクローズします（CS0000001）", "あと1日でクローズします（CS0000001）", "ケースがクローズされました（CS0000001）"]);
        }

        (await (await SignedInAsync(AuthorId)).GetAsync(PathOf(row.Number))).ShouldBeOk().ShouldShow("クローズ");
        (await App.World.Audit.CountAsync("case-reminded")).ShouldBe(2);
    }

    [Fact]
    public async Task CASE_3_AReminder_SaysWhenTheCaseCloses_InItsReadersZoneAndLanguage()
    {
        var row = await SolvedAsync();
        await FollowAsync(row, Colleague);
        await App.World.Accounts.ChangeAsync(Colleague, set => set.SetProperty(user => user.Language, "en")
            .SetProperty(user => user.TimeZone, "Europe/Paris"));

        await RoundAsync(7.25);
        await RoundAsync(13.5);

        // Solved on 13 May 2026, 10:00 in Tokyo: what was promised last is what holds.
        var own = await App.MailsAsync(AuthorId[..^3]);
        own[0].Text.ShouldContain("このままでは、2026年5月27日（水） 16:00（日本時間）に自動的にクローズします。");
        own[1].Text.ShouldContain("このままでは、2026年5月27日（水） 22:00（日本時間）に自動的にクローズします。");
        (await App.MailsAsync(ColleagueId[..^3]))[0].Text
            .ShouldContain("it closes by itself on Wednesday, 27 May 2026, 09:00 (Europe/Paris).");
    }

    [Fact]
    public async Task CASE_3_WhatIsRejectedMeanwhile_IsNotClosed_AndBeginsAnewWhenSolvedAgain()
    {
        var row = await SolvedAsync();
        await RoundAsync(13.5);
        var page = await (await SignedInAsync(AuthorId)).GetAsync(PathOf(row.Number, "reject"));
        await page.Form("main form").Fill("Reason", "まだ届きます").SubmitAsync();

        (await RoundAsync(20)).ShouldBe(0);

        (await StatusAsync(row.Number)).ShouldBe(CaseStatus.InProgress);
    }

    [Fact]
    public async Task CASE_3_CASE_9_WhatTheDeskHasNotAnswered_IsNotClosed_AndTheTimeBeginsWithItsAnswer()
    {
        var row = await SolvedAsync();
        (await RoundAsync(13.1)).ShouldBe(1);
        var own = await SignedInAsync(AuthorId);
        await (await own.GetAsync(PathOf(row.Number))).Form("form[action$='/comments']").Fill("Text", "まだ届きます").SubmitAsync("送信");

        (await RoundAsync(40)).ShouldBe(0);
        (await StatusAsync(row.Number)).ShouldBe(CaseStatus.Resolved);
        var agent = await AgentAsync();
        var page = await agent.GetAsync(DeskPathOf(row.Number));
        page.ShouldShow("解決後にお客さまからコメントがありました。回答してください").ShouldNotShow("お客さまの番です");
        await page.Form("form[action$='/answers']").Fill("Text", "もう一度お試しください").SubmitAsync();

        (await agent.GetAsync(DeskPathOf(row.Number))).ShouldShow("お客さまの番です");
        solved = App.Time.GetUtcNow();
        (await RoundAsync(6.9)).ShouldBe(0);
        (await RoundAsync(7.1)).ShouldBe(1);
        (await RoundAsync(13.1)).ShouldBe(1);
        (await RoundAsync(14.2)).ShouldBe(1);
        (await StatusAsync(row.Number)).ShouldBe(CaseStatus.Closed);
        (await App.MailsAsync(AuthorId[..^3]))[^1].Text.ShouldContain("期限までに承認も差し戻しもなかったため、");
    }

    [Fact]
    public async Task CASE_3_TheTimeIsASettingOfTheTenant()
    {
        await App.ChangeProfileAsync(Tenant, profile => profile with { Cases = new CaseProfile(3) });
        var row = await SolvedAsync();

        (await RoundAsync(1.9)).ShouldBe(0);
        (await RoundAsync(2.1)).ShouldBe(1);
        (await RoundAsync(3.1)).ShouldBe(1);

        (await StatusAsync(row.Number)).ShouldBe(CaseStatus.Closed);
    }

    [Fact]
    public async Task CASE_3_WhereNothingRanForAWhile_ItClosesADayAfterTheLastReminder()
    {
        var row = await SolvedAsync();

        (await RoundAsync(30)).ShouldBe(1);
        (await RoundAsync(30.9)).ShouldBe(0);
        (await StatusAsync(row.Number)).ShouldBe(CaseStatus.Resolved);
        (await RoundAsync(31.1)).ShouldBe(1);

        (await StatusAsync(row.Number)).ShouldBe(CaseStatus.Closed);
        (await App.MailsAsync(AuthorId[..^3])).Select(mail => mail.Subject.Split('｜')[0])
            .ShouldBe(["あと1日でクローズします（CS0000001）", "ケースがクローズされました（CS0000001）"]);
    }

    [Theory]
    [InlineData("contract")]
    [InlineData("feature")]
    public async Task CASE_3_WhereNobodyCouldApprove_NothingCloses(string missing)
    {
        var row = await SolvedAsync();
        await SwitchAsync(missing, on: false);

        (await RoundAsync(7.1)).ShouldBe(0);
        (await RoundAsync(40)).ShouldBe(0);
        await App.InTenantAsync(Tenant, async services =>
            (await services.GetRequiredService<CaseClosing>().HandleAsync(row.Id)).ShouldBe(0));
        await SwitchAsync(missing, on: true);

        (await RoundAsync(41)).ShouldBe(1);
        (await StatusAsync(row.Number)).ShouldBe(CaseStatus.Resolved);
    }

    [Fact]
    public async Task CASE_3_ML_08_NoLimitKeepsBackThatCasesClose_NorDoTheseMailsCountForOthers()
    {
        const int Many = 31;
        for (var i = 0; i < Many; i++)
        {
            await SolvedAsync();
        }

        (await RoundAsync(7.1)).ShouldBe(Many);
        (await RoundAsync(13.1)).ShouldBe(Many);
        (await RoundAsync(14.2)).ShouldBe(Many);
        var open = await OpenAsync();
        var page = await (await SignedInAsync(ColleagueId)).GetAsync(PathOf(open.Number));
        await page.Form("form[action$='/comments']").Fill("Text", "別件です").SubmitAsync("送信");

        (await App.World.Mails.CountToAsync(Author)).ShouldBe((3 * Many) + 1);
        (await App.World.Audit.CountAsync("mail-withheld")).ShouldBe(0);
    }

    [Fact]
    public async Task CASE_3_ApprovedWhileItCloses_OneOfTheTwoHappens_AndWhoComesLateIsTold()
    {
        const int Many = 6;
        for (var i = 0; i < Many; i++)
        {
            await SolvedAsync();
        }

        (await RoundAsync(13.1)).ShouldBe(Many);
        App.Time.Set(solved.AddDays(14.2));
        var browser = await SignedInAsync(AuthorId);
        var forms = new List<PortalForm>();
        for (var number = 1; number <= Many; number++)
        {
            forms.Add((await browser.GetAsync(PathOf(number))).ShouldBeOk().Form("form[action$='/approve']"));
        }

        // The round goes from the first to the last, the approvals from the last to the first.
        var round = Task.Run(() => RoundAsync(14.2));
        var answers = await Task.WhenAll(forms.AsEnumerable().Reverse().Select(form => Task.Run(() => form.SubmitAsync())));
        var closed = await round;

        (await App.World.Cases.ListAsync(row => row.Status)).ShouldBe(Enumerable.Repeat(CaseStatus.Closed, Many));
        (await App.World.Audit.CountAsync("case-moved")).ShouldBe(Many);
        (await App.World.CaseEntries.CountAsync(entry => entry.Side == CaseSide.Customer && entry.To == CaseStatus.Closed))
            .ShouldBe(Many - closed);
        answers.ShouldAllBe(answer => answer.Status == HttpStatusCode.SeeOther);
        (await App.World.Mails.CountToAsync(Author)).ShouldBe(Many + closed);
    }

    private DateTimeOffset solved;

    private Task SwitchAsync(string what, bool on) => what == "contract"
        ? App.World.Contracts.ChangeAllAsync(contract => contract.Status, on ? ContractStatus.Active : ContractStatus.Suspended)
        : App.ChangeProfileAsync(Tenant, profile => profile with
        {
            Features = on ? [.. profile.Features, TenantFeatures.Cases] : [.. profile.Features.Where(each => each != TenantFeatures.Cases)],
        });

    private async Task<SupportCase> SolvedAsync()
    {
        var row = await OpenAsync(status: CaseStatus.Resolved);
        solved = App.Time.GetUtcNow();
        await App.World.Cases.ChangeAsync(each => each.Id == row.Id, each => each.ResolvedAt, solved);
        return row;
    }

    /// <summary>The round, so many days after the case was solved.</summary>
    private Task<int> RoundAsync(double days)
    {
        App.Time.Set(solved.AddDays(days));
        return App.Services.GetRequiredService<CaseClosingRound>().RunOnceAsync(CancellationToken.None);
    }
}
