using System.Net;
using Microsoft.Extensions.DependencyInjection;
using Portal.Rules.Delegation;
using Portal.Rules.Points;
using Portal.TestKit.Accounts;
using Portal.TestKit.Mail;
using Portal.TestKit.Web;
using Portal.Web.Data;
using Portal.Web.Data.Entities;
using Portal.Web.Domain.Points;
using Portal.Web.Tenancy;

namespace Portal.Web.Tests.Features.Points;

/// <summary>The staff gives points (ADMIN-4).</summary>
public sealed class GrantingPoints : PointTest
{
    [Fact]
    public async Task ADMIN_4_PNTS_1_Entered_Checked_Given_RowEventMailAndPages()
    {
        var staff = await AdministratorAsync();
        var contract = (await staff.GetAsync(await ContractPathAsync())).ShouldBeOk().ShouldShow("ポイントはまだ付与されていません");

        var form = (await contract.ClickAsync("ポイントを付与")).ShouldBeOk();
        form.Find("input[name=From]").GetAttribute("value").ShouldBe("2026-05-13");
        form.Find("input[name=Until]").GetAttribute("value").ShouldBe("2027-05-12");
        var check = (await Filled(form, "１，２００").SubmitAsync("check")).ShouldBeOk().ShouldShow("1,200").ShouldShow("新しい期間です");
        (await App.World.PointEntries.CountAsync()).ShouldBe(0);
        var done = await check.Form("form:has(button[value=save])").SubmitAsync("save");

        var page = (await done.ShouldRedirectTo(await ContractPathAsync()).FollowAsync()).ShouldBeOk();
        page.ShouldShow($"{Contract}に1,200ポイントを付与しました").ShouldShow("2026/05/13～2027/05/12").ShouldShow("年間ポイント");
        (await BalanceAsync()).ShouldBe(new PointBalance(1200, 0, 0, 0));
        (await App.World.Audit.ReadAsync("points-granted", happened => new { happened.Reason, happened.SubjectName, happened.ActorKind }))
            .ShouldBe(new { Reason = (string?)"契約の更新", SubjectName = (string?)Contract, ActorKind = ActorKind.Staff });
        var mail = (await App.MailsAsync("taro@example.jp")).ShouldHaveSingleItem();
        mail.Subject.ShouldStartWith($"ポイントを付与しました（{Contract}）");
        mail.Text.ShouldContain("1,200");
        mail.Text.ShouldNotContain("契約の更新");
        (await App.World.Mails.RecipientsAsync()).ShouldNotContain("hanako@example.jp");
        (await (await SignedInAsync(AuthorId)).GetAsync(Page)).ShouldBeOk().ShouldShow("サポート担当").ShouldNotShow("契約の更新");
    }

    [Fact]
    public async Task PNTS_1_AdditionalPoints_AreTheirOwnGrantInTheRunningPeriod()
    {
        await GrantAsync(100);
        var staff = await AdministratorAsync();

        var form = (await staff.GetAsync(await ContractPathAsync() + "/points")).ShouldBeOk();
        form.Find("input[name=Until]").GetAttribute("value").ShouldBe("2027-03-31");
        var check = (await Filled(form, "50", "追加購入分").SubmitAsync("check")).ShouldBeOk().ShouldNotShow("新しい期間です");
        check.Texts("main dd").TakeLast(2).ShouldBe(["100", "150"]);
        await check.Form("form:has(button[value=save])").SubmitAsync("save");

        (await App.World.PointPeriods.CountAsync()).ShouldBe(1);
        (await App.World.PointEntries.CountAsync(entry => entry.Kind == PointKind.Grant)).ShouldBe(2);
    }

    [Theory]
    [InlineData("", "2026-04-01", "2027-03-31", "追加", "理由", "ポイントを入力してください")]
    [InlineData("0", "2026-04-01", "2027-03-31", "追加", "理由", "ポイントを1から1000000までの数字で入力してください")]
    [InlineData("-5", "2026-04-01", "2027-03-31", "追加", "理由", "までの数字で入力してください")]
    [InlineData("1.5", "2026-04-01", "2027-03-31", "追加", "理由", "までの数字で入力してください")]
    [InlineData("9999999999", "2026-04-01", "2027-03-31", "追加", "理由", "までの数字で入力してください")]
    [InlineData("10", "", "2027-03-31", "追加", "理由", "開始日を入力してください")]
    [InlineData("10", "2026-04-01", "昨日", "追加", "理由", "終了日を実在する日付で入力してください")]
    [InlineData("10", "2026-04-01", "2027-03-31", "", "理由", "内容を入力してください")]
    [InlineData("10", "2026-04-01", "2027-03-31", "追加", "", "理由を入力してください")]
    [InlineData("10", "2026-05-01", "2027-03-31", "追加", "理由", "ほかの期間（2026/04/01～2027/03/31）と重なっています")]
    [InlineData("10", "2028-04-01", "2027-04-02", "追加", "理由", "開始日以降の日付を入力してください")]
    [InlineData("10", "2020-04-01", "2021-03-31", "追加", "理由", "今日以降の日付を入力してください")]
    [InlineData("10", "2027-04-01", "2037-04-01", "追加", "理由", "期間は10年以内にしてください")]
    [InlineData("10", "9000-01-01", "9000-12-31", "追加", "理由", "開始日には1900/01/01から2036/05/13までの日付を入力してください")]
    public async Task ADMIN_4_WhatIsWrong_IsSaidAtItsField(string amount, string from, string until, string what, string reason,
        string said)
    {
        await GrantAsync(100);
        var page = await (await AdministratorAsync()).GetAsync(await ContractPathAsync() + "/points");
        var form = page.Form("form:has(input[name=Amount])");

        var again = await form.Fill("Amount", amount).Fill("From", from).Fill("Until", until).Fill("What", what).Fill("Reason", reason)
            .SubmitAsync("check");

        again.ShouldBeRefused().ShouldShow(said);
        again.Find("input[name=Amount]").GetAttribute("value").ShouldBe(amount);
        (await App.World.PointEntries.CountAsync()).ShouldBe(1);
    }

    [Fact]
    public async Task ADMIN_4_WhereAnotherGrantCameFirst_ThePeriodIsJudgedAgain()
    {
        var staff = await AdministratorAsync();
        var form = await staff.GetAsync(await ContractPathAsync() + "/points");
        var check = await Filled(form, "10").SubmitAsync("check");
        await GrantAsync(100);

        var again = await check.Form("form:has(button[value=save])").SubmitAsync("save");

        again.ShouldBeRefused().ShouldShow("ほかの期間（2026/04/01～2027/03/31）と重なっています");
        (await App.World.PointEntries.CountAsync()).ShouldBe(1);
    }

    [Fact]
    public async Task AZ_18_ADMIN_4_OfTwoAtOnceWhosePeriodsOverlap_OneIsGiven_AndTheOtherIsToldWhich()
    {
        PointSpan[] spans = [Year, new(Year.From.AddMonths(1), Year.Until.AddMonths(1))];

        var outcomes = await Task.WhenAll(spans.Select(span => GrantAsync(10, span)));

        outcomes.OfType<PointOutcome.Done>().ShouldHaveSingleItem();
        var given = spans[Array.FindIndex(outcomes, outcome => outcome is PointOutcome.Done)];
        outcomes.OfType<PointOutcome.WrongPeriod>().ShouldHaveSingleItem()
            .ShouldBe(new PointOutcome.WrongPeriod(PointPeriodFault.Overlaps, given));
        (await App.World.PointPeriods.ReadAsync(period => new PointSpan(period.StartsOn, period.EndsOn))).ShouldBe(given);
        (await GrantAsync(5, given)).ShouldBeOfType<PointOutcome.Done>();
    }

    [Fact]
    public async Task PNTS_1_TheDaysThatTheFormBeginsWith_AreNotRefused_BetweenTwoPeriods()
    {
        await App.World.Contracts.ChangeAsync(row => row.Number == Contract, row => row.RenewsOn, new DateOnly(2027, 4, 1));
        await GrantAsync(100, new PointSpan(new DateOnly(2026, 9, 1), new DateOnly(2027, 8, 31)));
        var form = (await (await AdministratorAsync()).GetAsync(await ContractPathAsync() + "/points")).ShouldBeOk();
        form.Find("input[name=From]").GetAttribute("value").ShouldBe("2026-04-01");
        form.Find("input[name=Until]").GetAttribute("value").ShouldBe("2026-08-31");

        (await Filled(form, "10").SubmitAsync("check")).ShouldBeOk().ShouldShow("新しい期間です");
    }

    [Fact]
    public async Task ADMIN_4_SentTwice_GivenOnce()
    {
        var staff = await AdministratorAsync();
        var check = await Filled(await staff.GetAsync(await ContractPathAsync() + "/points"), "10").SubmitAsync("check");
        var form = check.SameForm("form:has(button[value=save])");

        await form.SubmitAsync("save");
        await form.SubmitAsync("save");

        (await BalanceAsync()).Granted.ShouldBe(10);
    }

    [Fact]
    public async Task ADMIN_11_PointsAreWorthMoney_AnAgentSeesThemAndGivesNone()
    {
        await GrantAsync(100);
        var agent = await AgentAsync();

        var page = (await agent.GetAsync(await ContractPathAsync())).ShouldBeOk().ShouldShow("年間ポイント");

        page.Has("a[href$='/points']").ShouldBeFalse();
        (await agent.GetAsync(await ContractPathAsync() + "/points")).ShouldBeForbidden();
        (await CraftAsync(agent, await ContractPathAsync(), await ContractPathAsync() + "/points", ("Amount", "5"), ("Step", "save")))
            .ShouldBeForbidden();
        (await BalanceAsync()).Granted.ShouldBe(100);
    }

    [Fact]
    public async Task AZ_01_OfATenantOutOfReach_OrWithoutPoints_ThereIsNoSuchPage()
    {
        await new Account("control", "N0009001").AddToAsync(App);
        var control = await ContractIdAsync("C-900001");
        var staff = await AdministratorAsync();

        (await staff.GetAsync($"/admin/contracts/control/{control}/points")).ShouldBe(HttpStatusCode.NotFound);
        (await staff.GetAsync($"/admin/contracts/security/{control}/points")).ShouldBe(HttpStatusCode.NotFound);
        var all = await AdministratorAsync("all@portal.test", Tenant, "control");
        (await all.GetAsync($"/admin/contracts/control/{control}")).ShouldBeOk().Has("#points").ShouldBeFalse();
        (await all.GetAsync($"/admin/contracts/control/{control}/points")).ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task PNTS_1_APeriodTakesNoMoreThanItCan()
    {
        for (var i = 0; i < PointLimits.Period / PointLimits.Amount; i++)
        {
            await GrantAsync(PointLimits.Amount);
        }

        (await GrantAsync(1)).ShouldBeOfType<PointOutcome.Refused>().Why.ShouldBe(PointObstacle.TooMany);
    }

    private static PortalForm Filled(PortalPage page, string amount, string what = "年間ポイント") =>
        page.Form("form:has(input[name=Amount])").Fill("Amount", amount).Fill("What", what).Fill("Reason", "契約の更新");

    private async Task<string> ContractPathAsync() => $"/admin/contracts/security/{await ContractIdAsync()}";
}
