using Portal.Rules.Points;

namespace Portal.Rules.Tests.Points;

public sealed class PointRulesTests
{
    /// <summary>Granted, used, reserved, expired before; the entry; what stands in the way.</summary>
    public static TheoryData<int, int, int, int, PointKind, int, PointObstacle?> Entries => new()
    {
        { 0, 0, 0, 0, PointKind.Grant, 100, null },
        { 0, 0, 0, 0, PointKind.Grant, 0, PointObstacle.WrongAmount },
        { 0, 0, 0, 0, PointKind.Grant, -1, PointObstacle.WrongAmount },
        { 0, 0, 0, 0, PointKind.Grant, PointLimits.Amount, null },
        { 0, 0, 0, 0, PointKind.Grant, PointLimits.Amount + 1, PointObstacle.WrongAmount },
        { PointLimits.Period - 10, 0, 0, 0, PointKind.Grant, 10, null },
        { PointLimits.Period - 10, 0, 0, 0, PointKind.Grant, 11, PointObstacle.TooMany },

        { 100, 0, 0, 0, PointKind.Reserve, 100, null },
        { 100, 0, 0, 0, PointKind.Reserve, 101, PointObstacle.NotEnough },
        { 100, 30, 20, 10, PointKind.Reserve, 40, null },
        { 100, 30, 20, 10, PointKind.Reserve, 41, PointObstacle.NotEnough },
        { 0, 0, 0, 0, PointKind.Reserve, 1, PointObstacle.NotEnough },
        { 100, 0, 0, 0, PointKind.Reserve, 0, PointObstacle.WrongAmount },
        { 100, 0, 0, 0, PointKind.Reserve, -5, PointObstacle.WrongAmount },

        { 100, 0, 20, 0, PointKind.Use, 20, null },
        { 100, 0, 20, 0, PointKind.Use, 21, PointObstacle.NotReserved },
        { 100, 0, 0, 0, PointKind.Use, 1, PointObstacle.NotReserved },
        { 100, 0, 20, 0, PointKind.Return, 20, null },
        { 100, 0, 20, 0, PointKind.Return, 21, PointObstacle.NotReserved },
        { 100, 0, 20, 0, PointKind.Return, -20, PointObstacle.WrongAmount },

        { 100, 10, 20, 0, PointKind.Expire, 70, null },
        { 100, 10, 20, 0, PointKind.Expire, 71, PointObstacle.NotEnough },
        { 100, 100, 0, 0, PointKind.Expire, 0, PointObstacle.WrongAmount },
        { PointLimits.Period, 0, 0, 0, PointKind.Expire, PointLimits.Period, null },

        { 100, 30, 20, 0, PointKind.TakeBack, 50, null },
        { 100, 30, 20, 0, PointKind.TakeBack, 51, PointObstacle.NotEnough },
        { 100, 0, 100, 0, PointKind.TakeBack, 1, PointObstacle.NotEnough },
        { 100, 0, 0, 0, PointKind.TakeBack, 0, PointObstacle.WrongAmount },
    };

    /// <summary>Entries and what they come to: granted, used, reserved, expired, left.</summary>
    public static TheoryData<string, int, int, int, int, int> Ledgers => new()
    {
        { "", 0, 0, 0, 0, 0 },
        { "G100", 100, 0, 0, 0, 100 },
        { "G100 R30", 100, 0, 30, 0, 70 },
        { "G100 R30 U30", 100, 30, 0, 0, 70 },
        { "G100 R30 B30", 100, 0, 0, 0, 100 },
        { "G100 R30 R20 U20 G50 B30", 150, 20, 0, 0, 130 },
        { "G100 R30 E70 B30 E30", 100, 0, 0, 100, 0 },
        { "G100 R30 E70 U30", 100, 30, 0, 70, 0 },
    };

    [Theory]
    [MemberData(nameof(Entries))]
    public void PNTS_1_ABalanceNeverGoesBelowZero(int granted, int used, int reserved, int expired, PointKind kind, int amount,
        PointObstacle? obstacle)
    {
        var decision = PointRules.Decide(new PointBalance(granted, used, reserved, expired), new PointMove(kind, amount));

        if (obstacle is { } why)
        {
            decision.ShouldBe(new PointDecision.Refused(why));
        }
        else
        {
            var after = decision.ShouldBeOfType<PointDecision.Allowed>().After;
            after.Left.ShouldBeGreaterThanOrEqualTo(0);
            after.Reserved.ShouldBeGreaterThanOrEqualTo(0);
        }
    }

    [Theory]
    [MemberData(nameof(Ledgers))]
    public void PNTS_1_TheSumIsTheBalance(string ledger, int granted, int used, int reserved, int expired, int left)
    {
        var balance = PointBalance.Of(Read(ledger));

        balance.ShouldBe(new PointBalance(granted, used, reserved, expired));
        balance.Left.ShouldBe(left);
    }

    [Theory]
    [InlineData("G100 T30", 30, 70)]
    [InlineData("G100 T30 T20 R10", 50, 40)]
    [InlineData("G100 R30 U30 T70", 70, 0)]
    public void PNTS_1_WhatIsTakenBack_IsLeftToNobody(string ledger, int takenBack, int left)
    {
        var balance = PointBalance.Of(Read(ledger));

        balance.TakenBack.ShouldBe(takenBack);
        balance.Left.ShouldBe(left);
        PointRules.Decide(balance, new PointMove(PointKind.TakeBack, left + 1))
            .ShouldBe(new PointDecision.Refused(PointObstacle.NotEnough));
    }

    [Fact]
    public void PNTS_1_WhateverIsAskedFor_TheSumOfWhatWasAllowedStaysTheBalance()
    {
        var random = new Random(7);
        var (balance, written) = (PointBalance.Empty, new List<PointMove>());
        for (var i = 0; i < 5_000; i++)
        {
            var move = new PointMove((PointKind)random.Next(6), random.Next(-2, 40));
            if (PointRules.Decide(balance, move) is PointDecision.Allowed allowed)
            {
                balance = allowed.After;
                written.Add(move);
            }

            (balance.Left >= 0 && balance.Reserved >= 0).ShouldBeTrue();
        }

        written.Select(move => move.Kind).Distinct().Count().ShouldBe(6);
        PointBalance.Of(written).ShouldBe(balance);
        PointBalance.Of(written.OrderBy(move => move.Amount)).ShouldBe(balance);
    }

    private static IEnumerable<PointMove> Read(string ledger) => ledger.Split(' ', StringSplitOptions.RemoveEmptyEntries)
        .Select(entry => new PointMove(
            entry[0] switch
            {
                'G' => PointKind.Grant,
                'R' => PointKind.Reserve,
                'U' => PointKind.Use,
                'B' => PointKind.Return,
                'T' => PointKind.TakeBack,
                _ => PointKind.Expire,
            },
            int.Parse(entry[1..], System.Globalization.CultureInfo.InvariantCulture)));
}
