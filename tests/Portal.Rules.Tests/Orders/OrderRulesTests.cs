using Portal.Rules.Orders;

namespace Portal.Rules.Tests.Orders;

public sealed class OrderRulesTests
{
    private static readonly DateOnly Today = new(2026, 11, 27);

    /// <summary>All moves that there are; what is not here is none.</summary>
    private static readonly Dictionary<(OrderKind Kind, OrderStatus From, OrderMove Move), OrderStatus> Moves = new()
    {
        [(OrderKind.Quote, OrderStatus.Received, OrderMove.Accept)] = OrderStatus.Accepted,
        [(OrderKind.Quote, OrderStatus.Received, OrderMove.Fail)] = OrderStatus.Failed,
        [(OrderKind.Order, OrderStatus.Received, OrderMove.Accept)] = OrderStatus.Accepted,
        [(OrderKind.Order, OrderStatus.Received, OrderMove.Fail)] = OrderStatus.Failed,
        [(OrderKind.Order, OrderStatus.Accepted, OrderMove.Arrange)] = OrderStatus.Arranged,
        [(OrderKind.Cancellation, OrderStatus.Received, OrderMove.Accept)] = OrderStatus.Accepted,
        [(OrderKind.Cancellation, OrderStatus.Received, OrderMove.Fail)] = OrderStatus.Failed,
        [(OrderKind.Cancellation, OrderStatus.Received, OrderMove.Withdraw)] = OrderStatus.Withdrawn,
    };

    public static TheoryData<OrderKind, OrderStatus, OrderMove> WholeTable => new(
        from kind in Enum.GetValues<OrderKind>()
        from status in Enum.GetValues<OrderStatus>()
        from move in Enum.GetValues<OrderMove>()
        select (kind, status, move));

    [Theory]
    [MemberData(nameof(WholeTable))]
    public void ORDER_5_CANCEL_2_TheWholeTable_OfKindsStatusesAndMoves(OrderKind kind, OrderStatus from, OrderMove move)
    {
        var expected = Moves.TryGetValue((kind, from, move), out var to) ? to : (OrderStatus?)null;

        OrderRules.After(kind, from, move).ShouldBe(expected);
        if (expected is { } reached)
        {
            OrderRules.IsMade(from, move).ShouldBeFalse();
            OrderRules.IsMade(reached, move).ShouldBeTrue();
            OrderRules.After(kind, reached, move).ShouldBeNull();
        }
    }

    [Theory]
    [InlineData(OrderKind.Order, OrderStatus.Received, OrderResult.Received, null)]
    [InlineData(OrderKind.Order, OrderStatus.Accepted, OrderResult.Accepted, OrderConfirmation.Arranging)]
    [InlineData(OrderKind.Order, OrderStatus.Arranged, OrderResult.Accepted, OrderConfirmation.Arranged)]
    [InlineData(OrderKind.Order, OrderStatus.Failed, OrderResult.Failed, null)]
    [InlineData(OrderKind.Quote, OrderStatus.Accepted, OrderResult.Accepted, null)]
    [InlineData(OrderKind.Cancellation, OrderStatus.Accepted, OrderResult.Accepted, null)]
    [InlineData(OrderKind.Cancellation, OrderStatus.Withdrawn, OrderResult.Withdrawn, null)]
    public void ORDER_5_ORDER_6_AStatus_HoldsTwoFacts_AndEachIsFoundByItself(OrderKind kind, OrderStatus status, OrderResult result,
        OrderConfirmation? confirmation)
    {
        OrderRules.Result(status).ShouldBe(result);
        OrderRules.Confirmation(kind, status).ShouldBe(confirmation);
        foreach (var each in Enum.GetValues<OrderResult>())
        {
            OrderRules.With(each).Contains(status).ShouldBe(each == result);
        }

        foreach (var each in Enum.GetValues<OrderConfirmation>().Where(_ => kind == OrderKind.Order))
        {
            OrderRules.With(each).Contains(status).ShouldBe(each == confirmation);
        }
    }

    [Theory]
    [InlineData(OrderKind.Order, OrderStatus.Received, "Accept,Fail")]
    [InlineData(OrderKind.Order, OrderStatus.Accepted, "Arrange")]
    [InlineData(OrderKind.Quote, OrderStatus.Accepted, "")]
    [InlineData(OrderKind.Cancellation, OrderStatus.Received, "Accept,Fail")]
    [InlineData(OrderKind.Cancellation, OrderStatus.Withdrawn, "")]
    [InlineData(OrderKind.Order, OrderStatus.Arranged, "")]
    public void ORDER_5_TheDesk_IsOfferedWhatIsPossible_AndNeverToWithdraw(OrderKind kind, OrderStatus status, string moves)
    {
        string.Join(',', OrderRules.StaffMoves(kind, status)).ShouldBe(moves);
        OrderRules.AwaitsProvider(kind, status).ShouldBe(moves.Length > 0);
    }

    [Fact]
    public void ORDER_5_CANCEL_1_WhatWasCalledOff_IsNotArranged_AndNobodyWaitsForIt()
    {
        foreach (var status in Enum.GetValues<OrderStatus>())
        {
            OrderRules.After(OrderKind.Order, status, OrderMove.Arrange, isCalledOff: true).ShouldBeNull();
        }

        OrderRules.StaffMoves(OrderKind.Order, OrderStatus.Accepted, isCalledOff: true).ShouldBeEmpty();
        OrderRules.Confirmation(OrderKind.Order, OrderStatus.Accepted, isCalledOff: true).ShouldBeNull();
    }

    [Theory]
    [InlineData(OrderStatus.Accepted, OrderMove.Accept, true)]
    [InlineData(OrderStatus.Arranged, OrderMove.Accept, true)]
    [InlineData(OrderStatus.Failed, OrderMove.Accept, false)]
    [InlineData(OrderStatus.Withdrawn, OrderMove.Accept, false)]
    [InlineData(OrderStatus.Accepted, OrderMove.Arrange, false)]
    [InlineData(OrderStatus.Accepted, OrderMove.Fail, false)]
    public void ORDER_5_AnAnswerThatComesLate_IsKnownAgain(OrderStatus status, OrderMove move, bool isMade) =>
        OrderRules.IsMade(status, move).ShouldBe(isMade);

    [Theory]
    [InlineData(OrderKind.Order, OrderStatus.Accepted, null, true)]
    [InlineData(OrderKind.Order, OrderStatus.Arranged, null, true)]
    [InlineData(OrderKind.Order, OrderStatus.Received, null, false)]
    [InlineData(OrderKind.Order, OrderStatus.Failed, null, false)]
    [InlineData(OrderKind.Quote, OrderStatus.Accepted, null, false)]
    [InlineData(OrderKind.Cancellation, OrderStatus.Accepted, null, false)]
    [InlineData(OrderKind.Order, OrderStatus.Arranged, 1, false)]
    [InlineData(OrderKind.Order, OrderStatus.Arranged, 12, true)]
    public void CANCEL_1_OnlyWhatWasAcceptedAndIsNotOver_Runs(OrderKind kind, OrderStatus status, int? months, bool runs) =>
        OrderRules.Runs(kind, status, new RentalPeriod(new(2026, 10, 1), months), Today).ShouldBe(runs);

    [Theory]
    [InlineData(OrderStatus.Received, 0, true)]
    [InlineData(OrderStatus.Accepted, 30, true)]
    [InlineData(OrderStatus.Accepted, -1, false)]
    [InlineData(OrderStatus.Failed, 30, false)]
    public void ORDER_7_PricesOfAQuote_HoldUntilItsLastDay(OrderStatus status, int days, bool holds) =>
        OrderRules.IsOrderable(status, Today.AddDays(days), Today).ShouldBe(holds);

    [Theory]
    [InlineData(OrderKind.Order, OrderStatus.Accepted, 1, true)]
    [InlineData(OrderKind.Order, OrderStatus.Arranged, 1, true)]
    [InlineData(OrderKind.Order, OrderStatus.Arranged, 12, false)]
    [InlineData(OrderKind.Order, OrderStatus.Arranged, null, false)]
    [InlineData(OrderKind.Order, OrderStatus.Received, 1, false)]
    [InlineData(OrderKind.Cancellation, OrderStatus.Accepted, 1, false)]
    public void ORDER_6_AnOrdersTime_IsOverWithItsPeriod(OrderKind kind, OrderStatus status, int? months, bool isOver) =>
        OrderRules.IsOver(kind, status, new RentalPeriod(new(2026, 10, 1), months), null, Today).ShouldBe(isOver);

    [Theory]
    [InlineData(OrderStatus.Accepted, 0, false)]
    [InlineData(OrderStatus.Accepted, -1, true)]
    [InlineData(OrderStatus.Received, -1, true)]
    [InlineData(OrderStatus.Failed, -1, false)]
    public void ORDER_7_AQuotesTime_IsOverAfterItsLastDay(OrderStatus status, int days, bool isOver) =>
        OrderRules.IsOver(OrderKind.Quote, status, new RentalPeriod(Today, 1), Today.AddDays(days), Today).ShouldBe(isOver);

    [Theory]
    [InlineData("Q0000001", OrderKind.Quote, 1)]
    [InlineData("r0000042", OrderKind.Order, 42)]
    [InlineData("C9999999", OrderKind.Cancellation, 9_999_999)]
    public void ORDER_4_ANumber_SaysItsKind(string text, OrderKind kind, int number)
    {
        OrderNumber.Read(text).ShouldBe(new OrderNumber(kind, number));
        new OrderNumber(kind, number).ToString().ShouldBe(text.ToUpperInvariant());
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("Q000001")]
    [InlineData("Q00000001")]
    [InlineData("Q0000000")]
    [InlineData("X0000001")]
    [InlineData("Q000000a")]
    [InlineData("Q00000０1")]
    [InlineData("Q-000001")]
    [InlineData("00000001")]
    [InlineData("Q0000001\n")]
    public void ORDER_4_WhatIsNoNumber_IsNone(string? text) => OrderNumber.Read(text).ShouldBeNull();

    [Fact]
    public void WhatIsNoMove_IsRefused() =>
        Should.Throw<ArgumentOutOfRangeException>(() => OrderRules.IsMade(OrderStatus.Received, (OrderMove)9));
}
