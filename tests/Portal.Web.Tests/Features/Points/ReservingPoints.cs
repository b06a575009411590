using Microsoft.Extensions.DependencyInjection;
using Portal.Rules.Points;
using Portal.TestKit.Accounts;
using Portal.Web.Data.Entities;
using Portal.Web.Domain.Points;

namespace Portal.Web.Tests.Features.Points;

/// <summary>Points set aside, used, free again: by many at once, and twice.</summary>
public sealed class ReservingPoints : PointTest
{
    [Fact]
    public async Task AZ_18_ThirtyAtOnceWithABalanceForOne_OneIsServed()
    {
        await GrantAsync(10);

        var outcomes = await Task.WhenAll(Enumerable.Range(0, 30).Select(_ => ReserveAsync(10)));

        outcomes.Count(outcome => outcome is PointOutcome.Done).ShouldBe(1);
        outcomes.OfType<PointOutcome.Refused>().Select(refused => refused.Why).ShouldBe(Enumerable.Repeat(PointObstacle.NotEnough, 29));
        (await BalanceAsync()).ShouldBe(new PointBalance(10, 0, 10, 0));
        (await App.World.PointEntries.ListAsync(entry => entry.Order)).Order().ShouldBe([1, 2]);
        (await App.World.Audit.CountAsync("points-reserved")).ShouldBe(1);
    }

    [Fact]
    public async Task AZ_18_ReservedUsedAndReturnedAtOnce_NothingIsLostOrMadeUp()
    {
        await GrantAsync(100);
        var reserved = new List<Guid>();
        for (var i = 0; i < 10; i++)
        {
            reserved.Add(await ReservedAsync(5));
        }

        await Task.WhenAll(
        [
            .. reserved.Select((id, i) => i % 2 == 0 ? SettleAsync(id) : ReturnAsync(id)),
            .. Enumerable.Range(0, 10).Select(_ => ReserveAsync(5)),
        ]);

        (await BalanceAsync()).ShouldBe(new PointBalance(100, 25, 50, 0));
        (await App.World.PointEntries.ReadAsync(entry => entry.Order == 31, entry => entry.Left)).ShouldBe(25);
        (await App.World.PointEntries.ListAsync(entry => entry.Order)).Order().ShouldBe(Enumerable.Range(1, 31));
    }

    [Theory]
    [InlineData(true, true)]
    [InlineData(true, false)]
    [InlineData(false, true)]
    [InlineData(false, false)]
    public async Task PNTS_1_AReservationEndsOnce_HoweverOftenSomebodyTries(bool first, bool second)
    {
        await GrantAsync(100);
        var reservation = await ReservedAsync(40);

        (await (first ? SettleAsync(reservation) : ReturnAsync(reservation))).ShouldBeOfType<PointOutcome.Done>();
        (await (second ? SettleAsync(reservation) : ReturnAsync(reservation))).ShouldBeOfType<PointOutcome.NoReservation>();

        (await BalanceAsync()).Left.ShouldBe(first ? 60 : 100);
    }

    [Fact]
    public async Task PNTS_1_OutsideOfAPeriod_ThereAreNone()
    {
        await GrantAsync(100, new PointSpan(new DateOnly(2026, 6, 1), new DateOnly(2027, 5, 31)));

        (await ReserveAsync(10)).ShouldBeOfType<PointOutcome.NoPeriod>();

        App.Time.Set(new DateTimeOffset(2026, 5, 31, 15, 0, 0, TimeSpan.Zero)); // midnight in Tokyo
        (await ReserveAsync(10)).ShouldBeOfType<PointOutcome.Done>();
        (await SettleAsync(Guid.NewGuid())).ShouldBeOfType<PointOutcome.NoReservation>();
    }

    [Theory]
    [InlineData(0)]
    [InlineData(-10)]
    public async Task PNTS_1_NobodyReservesLessThanOne(int amount)
    {
        await GrantAsync(100);

        (await ReserveAsync(amount)).ShouldBeOfType<PointOutcome.Refused>().Why.ShouldBe(PointObstacle.WrongAmount);

        (await BalanceAsync()).Left.ShouldBe(100);
    }

    [Fact]
    public async Task PNTS_1_TheDatabaseItselfTakesNoKindOfItsOwn()
    {
        await GrantAsync(100);

        var refused = await Should.ThrowAsync<Npgsql.PostgresException>(() => App.World.PointEntries.InventKindAsync());

        refused.ConstraintName.ShouldBe("CK_PointEntries_Kind");
    }

    [Theory]
    [InlineData(0, 10)]
    [InlineData(5, -1)]
    public async Task PNTS_1_TheDatabaseItselfTakesNoBalanceBelowZero(int amount, int left)
    {
        await GrantAsync(100);
        var grant = (await App.World.PointEntries.AskAsync(rows => rows)).ShouldHaveSingleItem();

        await Should.ThrowAsync<Microsoft.EntityFrameworkCore.DbUpdateException>(() => App.World.PointEntries.AddAsync(new PointEntry
        {
            TenantId = grant.TenantId,
            Id = Guid.CreateVersion7(),
            PeriodId = grant.PeriodId,
            Order = 2,
            Kind = PointKind.Reserve,
            Amount = amount,
            Left = left,
            What = "x",
        }));
    }
}
