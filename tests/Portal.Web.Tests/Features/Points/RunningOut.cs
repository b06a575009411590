using Microsoft.Extensions.DependencyInjection;
using Portal.Rules.Points;
using Portal.TestKit.Web;
using Portal.Web.Data.Entities;
using Portal.Web.Domain.Points;
using Portal.Web.Jobs;
using Portal.Web.Jobs.Points;

namespace Portal.Web.Tests.Features.Points;

/// <summary>What rounds do with points: their end, and adding them up.</summary>
public sealed class RunningOut : PointTest
{
    private static readonly DateTimeOffset LastMoment = new(2027, 3, 31, 14, 59, 59, TimeSpan.Zero);

    [Fact]
    public async Task PNTS_1_AtTheEndOfThePeriod_WhatIsLeftIsGone_AndWhatIsReservedStays()
    {
        await GrantAsync(100);
        var reservation = await ReservedAsync(30);

        App.Time.Set(LastMoment);
        (await ExpireAsync()).ShouldBe(0);
        App.Time.Advance(TimeSpan.FromSeconds(1));
        (await ExpireAsync()).ShouldBe(1);
        (await ExpireAsync()).ShouldBe(0);

        (await BalanceAsync()).ShouldBe(new PointBalance(100, 0, 30, 70));
        (await App.World.Audit.ReadAsync("points-expired", happened => happened.ActorKind)).ShouldBe(ActorKind.System);
        (await (await SignedInAsync(AuthorId)).GetAsync(Page)).ShouldShow("有効期間の終了").ShouldShow("自動").ShouldShow("この期間は終了しました");
        (await SettleAsync(reservation)).ShouldBeOfType<PointOutcome.Done>();
        (await ExpireAsync()).ShouldBe(0);
        (await BalanceAsync()).ShouldBe(new PointBalance(100, 30, 0, 70));
    }

    [Fact]
    public async Task PNTS_1_WhatComesBackAfterTheEnd_GoesAsWell()
    {
        await GrantAsync(100);
        var reservation = await ReservedAsync(30);
        App.Time.Set(LastMoment.AddDays(1));
        await ExpireAsync();

        await ReturnAsync(reservation);
        (await ExpireAsync()).ShouldBe(1);

        (await BalanceAsync()).ShouldBe(new PointBalance(100, 0, 0, 100));
    }

    [Fact]
    public async Task PNTS_1_TheWholeLedgerIsAddedUp_AndWhatWasWrittenPastUsIsFound()
    {
        await GrantAsync(100);
        await SettleAsync(await ReservedAsync(30));
        await GrantAsync(10, contract: "N900000002");
        (await CheckAsync()).ShouldBe(0);

        await App.World.PointEntries.ChangeAsync(entry => entry.Kind == PointKind.Use, entry => entry.Amount, 20);

        (await CheckAsync()).ShouldBe(1);
    }

    [Theory]
    [InlineData("left")]
    [InlineData("order")]
    [InlineData("more")]
    public async Task PNTS_1_EveryKindOfMending_IsFound(string how)
    {
        await GrantAsync(100);
        await ReservedAsync(30);
        switch (how)
        {
            case "left":
                await App.World.PointEntries.ChangeAsync(entry => entry.Kind == PointKind.Reserve, entry => entry.Left, 71);
                break;
            case "order":
                await App.World.PointEntries.ChangeAsync(entry => entry.Kind == PointKind.Reserve, entry => entry.Order, 3);
                break;
            default:
                await App.World.PointEntries.CopyAsync(entry => entry.Kind == PointKind.Grant, 1,
                    (copy, _) => (copy.Id, copy.Order, copy.Amount) = (Guid.NewGuid(), 3, 500));
                break;
        }

        (await CheckAsync()).ShouldBe(1);
    }

    [Fact]
    public async Task PNTS_1_WhoseNewestEntriesAreGone_IsNoWholeLedger_NowAndLater()
    {
        await GrantAsync(100);
        await GrantAsync(10, contract: "N900000002");
        var reservation = await ReservedAsync(30);
        await SettleAsync(reservation);
        (await CheckAsync()).ShouldBe(0);

        await App.World.PointEntries.RemoveAsync(entry => entry.Kind == PointKind.Use);
        (await CheckAsync()).ShouldBe(1);
        await ReservedAsync(5);
        (await CheckAsync()).ShouldBe(1);
        await App.World.PointEntries.ClearAsync();

        (await CheckAsync()).ShouldBe(2);
    }

    [Fact]
    public async Task PNTS_1_WhatCannotBeRead_IsReported_AndTheOthersAreLookedAt()
    {
        await GrantAsync(100);
        await GrantAsync(10, contract: "N900000002");
        var own = await ContractIdAsync();
        var period = await App.World.PointPeriods.ReadAsync(row => row.ContractId == own, row => row.Id);

        await App.World.PointEntries.SetKindAsync(period, "Riddle");
        (await CheckAsync()).ShouldBe(1);
        await App.World.PointEntries.ChangeAsync(entry => entry.PeriodId != period, entry => entry.Left, 11);

        (await CheckAsync()).ShouldBe(2);
    }

    [Fact]
    public async Task PNTS_1_WhatTheReleaseBeforeWrote_WhichDidNotCount_AddsUp()
    {
        await GrantAsync(100);
        await ReservedAsync(30);
        await App.World.PointPeriods.ChangeAllAsync(period => period.EntryCount, 1);
        (await CheckAsync()).ShouldBe(0);

        await ReservedAsync(20);

        (await CheckAsync()).ShouldBe(0);
        (await App.World.PointPeriods.ReadAsync(period => period.EntryCount)).ShouldBe(3);
    }

    [Fact]
    public async Task PNTS_1_MorePointsThanAWholeNumberHolds_AreAddedUp_AndFound()
    {
        await GrantAsync(100);
        await App.World.PointEntries.CopyAsync(entry => true, 2,
            (copy, number) => (copy.Id, copy.Order, copy.Amount) = (Guid.NewGuid(), number + 1, int.MaxValue));

        (await (await SignedInAsync(AuthorId)).GetAsync(Page)).ShouldBeOk().ShouldShow("4,294,967,394");
        (await CheckAsync()).ShouldBe(1);
    }

    private Task<int> ExpireAsync() =>
        App.Services.GetRequiredService<PointExpiryRound>().RunOnceAsync(TestContext.Current.CancellationToken);

    private Task<int> CheckAsync() =>
        App.Services.GetRequiredService<PointCheckRound>().RunOnceAsync(TestContext.Current.CancellationToken);
}
