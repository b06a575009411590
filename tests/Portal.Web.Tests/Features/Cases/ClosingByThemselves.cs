using Microsoft.Extensions.DependencyInjection;
using Portal.Rules.Cases;
using Portal.TestKit.Accounts;
using Portal.TestKit.Mail;
using Portal.TestKit.Web;
using Portal.Web.Data.Entities;
using Portal.Web.Jobs;
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
    public async Task CASE_3_TheTimeIsASettingOfTheTenant()
    {
        await App.ChangeProfileAsync(Tenant, profile => profile with { Cases = new CaseProfile(3) });
        var row = await SolvedAsync();

        (await RoundAsync(1.9)).ShouldBe(0);
        (await RoundAsync(2.1)).ShouldBe(1);
        (await RoundAsync(3.1)).ShouldBe(1);

        (await StatusAsync(row.Number)).ShouldBe(CaseStatus.Closed);
    }

    private DateTimeOffset solved;

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
