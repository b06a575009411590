using System.Net;
using Portal.Rules.Points;
using Portal.TestKit.Accounts;
using Portal.TestKit.Web;

namespace Portal.Web.Tests.Features.Points;

/// <summary>The ledger of a contract, for the staff (PNTS-1).</summary>
public sealed class ReadingTheLedger : PointTest
{
    [Fact]
    public async Task PNTS_1_ADMIN_11_AnyAgentReadsEveryEntry_FromThePageOfTheContract()
    {
        await GrantAsync(100);
        for (var i = 0; i < 11; i++)
        {
            await ReturnAsync(await ReservedAsync(7));
        }

        var agent = await AgentAsync();
        var contract = (await agent.GetAsync(await ContractPathAsync())).ShouldBeOk();
        contract.Texts("section[aria-labelledby=points] tbody tr").Count.ShouldBe(11);

        var page = (await contract.ClickAsync("ポイントの履歴をすべて見る")).ShouldBeOk();

        page.Texts("main dd").Skip(2).ShouldBe(["2026/04/01～2027/03/31", "100", "0", "0", "100"]);
        page.Texts("tbody tr").Count.ShouldBe(20);
        var last = (await agent.GetAsync(await LedgerPathAsync() + "?page=2")).ShouldBeOk();
        last.Texts("tbody tr td:nth-of-type(1)").ShouldBe(["返却", "予約", "付与"]);
        (await agent.GetAsync(await LedgerPathAsync() + "?page=9")).ShouldBe(HttpStatusCode.SeeOther);
        (await App.World.Audit.CountAsync("contract-viewed")).ShouldBe(4);
    }

    [Fact]
    public async Task PNTS_1_EachPeriodHasItsOwn()
    {
        await GrantAsync(100);
        await GrantAsync(300, new PointSpan(new DateOnly(2027, 4, 1), new DateOnly(2028, 3, 31)), "来年度分");
        var agent = await AgentAsync();

        var page = (await agent.GetAsync(await LedgerPathAsync())).ShouldBeOk().ShouldShow("年間ポイント").ShouldNotShow("来年度分");

        (await page.ClickAsync("2027/04/01～2028/03/31")).ShouldBeOk().ShouldShow("来年度分").ShouldNotShow("年間ポイント");
    }

    [Fact]
    public async Task AZ_01_WhatIsOutOfReach_OrOfAnotherContract_OrHasNoPoints_IsNotThere()
    {
        await GrantAsync(100);
        await GrantAsync(777, contract: "N900000002");
        var own = await ContractIdAsync();
        var foreign = await App.World.PointPeriods.ReadAsync(period => period.ContractId != own, period => period.Id);
        var agent = await AgentAsync();

        (await agent.GetAsync($"{await LedgerPathAsync()}?period={foreign}")).ShouldBeNotFound();
        (await agent.GetAsync($"{await LedgerPathAsync()}?period=nonsense")).ShouldBeNotFound();
        (await agent.GetAsync($"/admin/contracts/security/{Guid.NewGuid()}/ledger")).ShouldBeNotFound();
        (await (await AgentAsync("other@portal.test", "rental")).GetAsync(await LedgerPathAsync())).ShouldBeNotFound();
        await App.ChangeProfileAsync(Tenant, profile => profile with { Features = [.. profile.Features.Except(["points"])] });
        (await agent.GetAsync(await LedgerPathAsync())).ShouldBeNotFound();
    }

    [Fact]
    public async Task PNTS_1_WhereNoneWereGiven_ThereIsNoLedger()
    {
        var agent = await AgentAsync();

        (await agent.GetAsync(await ContractPathAsync())).ShouldBeOk().Has("a[href$='/ledger']").ShouldBeFalse();
        (await agent.GetAsync(await LedgerPathAsync())).ShouldBeNotFound();
    }

    private async Task<string> ContractPathAsync() => $"/admin/contracts/security/{await ContractIdAsync()}";

    private async Task<string> LedgerPathAsync() => await ContractPathAsync() + "/ledger";
}
