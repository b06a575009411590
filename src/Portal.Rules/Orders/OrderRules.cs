namespace Portal.Rules.Orders;

/// <summary>How applications move, and which of them run (ORDER-5, CANCEL-1, CANCEL-2).</summary>
public static class OrderRules
{
    /// <summary>Where an application comes to by a move.</summary>
    /// <param name="kind">What it is about.</param>
    /// <param name="from">Where it stands.</param>
    /// <param name="move">What is asked for.</param>
    /// <param name="isCalledOff">All of it was given back before anything was arranged.</param>
    /// <returns>Null where the move is not possible. One that was made already is not possible again, which makes an
    /// answer that comes twice harmless.</returns>
    public static OrderStatus? After(OrderKind kind, OrderStatus from, OrderMove move, bool isCalledOff = false) =>
        (move, from, kind) switch
        {
            (OrderMove.Accept, OrderStatus.Received, _) => OrderStatus.Accepted,
            (OrderMove.Fail, OrderStatus.Received, _) => OrderStatus.Failed,
            (OrderMove.Arrange, OrderStatus.Accepted, OrderKind.Order) when !isCalledOff => OrderStatus.Arranged,
            (OrderMove.Withdraw, OrderStatus.Received, OrderKind.Cancellation) => OrderStatus.Withdrawn,
            _ => null,
        };

    /// <summary>The result that a status holds.</summary>
    /// <param name="status">Where the application stands.</param>
    public static OrderResult Result(OrderStatus status) => status switch
    {
        OrderStatus.Received => OrderResult.Received,
        OrderStatus.Accepted or OrderStatus.Arranged => OrderResult.Accepted,
        OrderStatus.Failed => OrderResult.Failed,
        OrderStatus.Withdrawn => OrderResult.Withdrawn,
        _ => throw new ArgumentOutOfRangeException(nameof(status)),
    };

    /// <summary>The confirmation that a status holds.</summary>
    /// <param name="kind">What it is about.</param>
    /// <param name="status">Where it stands.</param>
    /// <param name="isCalledOff">All of it was given back before anything was arranged.</param>
    /// <returns>Null where there is none to come, or not yet.</returns>
    public static OrderConfirmation? Confirmation(OrderKind kind, OrderStatus status, bool isCalledOff = false) => (kind, status) switch
    {
        (OrderKind.Order, OrderStatus.Accepted) => isCalledOff ? null : OrderConfirmation.Arranging,
        (OrderKind.Order, OrderStatus.Arranged) => OrderConfirmation.Arranged,
        _ => null,
    };

    /// <summary>Every status that holds a result, for those who look for it.</summary>
    /// <param name="result">What is looked for.</param>
    public static IReadOnlyList<OrderStatus> With(OrderResult result) =>
        [.. Enum.GetValues<OrderStatus>().Where(status => Result(status) == result)];

    /// <summary>Every status in which an order has a confirmation.</summary>
    /// <param name="confirmation">What is looked for.</param>
    public static IReadOnlyList<OrderStatus> With(OrderConfirmation confirmation) =>
        [.. Enum.GetValues<OrderStatus>().Where(status => Confirmation(OrderKind.Order, status) == confirmation)];

    /// <summary>Whether a move has been made, or a later one that includes it.</summary>
    /// <param name="status">Where the application stands.</param>
    /// <param name="move">What is asked for once more.</param>
    public static bool IsMade(OrderStatus status, OrderMove move) => move switch
    {
        OrderMove.Accept => status is OrderStatus.Accepted or OrderStatus.Arranged,
        OrderMove.Fail => status == OrderStatus.Failed,
        OrderMove.Arrange => status == OrderStatus.Arranged,
        OrderMove.Withdraw => status == OrderStatus.Withdrawn,
        _ => throw new ArgumentOutOfRangeException(nameof(move)),
    };

    /// <summary>The moves that a member of the staff can make now, for the buttons of a page.</summary>
    /// <param name="kind">What it is about.</param>
    /// <param name="status">Where it stands.</param>
    /// <param name="isCalledOff">All of it was given back before anything was arranged.</param>
    public static IReadOnlyList<OrderMove> StaffMoves(OrderKind kind, OrderStatus status, bool isCalledOff = false) =>
        [.. Enum.GetValues<OrderMove>().Where(move => move != OrderMove.Withdraw && After(kind, status, move, isCalledOff) is not null)];

    /// <summary>Whether goods of it are with the customer or on their way, so that they can be given back.</summary>
    /// <param name="kind">What it is about.</param>
    /// <param name="status">Where it stands.</param>
    /// <param name="period">For how long.</param>
    /// <param name="today">The day in the seller's zone.</param>
    public static bool Runs(OrderKind kind, OrderStatus status, RentalPeriod period, DateOnly today) =>
        kind == OrderKind.Order && status is OrderStatus.Accepted or OrderStatus.Arranged && period.RunsOn(today);

    /// <summary>Whether its time is over: the period of an order that was accepted, the prices of a quote.</summary>
    /// <param name="kind">What it is about.</param>
    /// <param name="status">Where it stands.</param>
    /// <param name="period">For how long.</param>
    /// <param name="validUntil">The last day of a quote's prices.</param>
    /// <param name="today">The day in the seller's zone.</param>
    public static bool IsOver(OrderKind kind, OrderStatus status, RentalPeriod period, DateOnly? validUntil, DateOnly today) => kind switch
    {
        OrderKind.Order => status is OrderStatus.Accepted or OrderStatus.Arranged && !period.RunsOn(today),
        OrderKind.Quote => status != OrderStatus.Failed && validUntil < today,
        _ => false,
    };

    /// <summary>Whether the desk has something to do: decide, or arrange what was accepted.</summary>
    /// <param name="kind">What it is about.</param>
    /// <param name="status">Where it stands.</param>
    public static bool AwaitsProvider(OrderKind kind, OrderStatus status) => StaffMoves(kind, status).Count > 0;

    /// <summary>Whether the prices of a quote can still be ordered.</summary>
    /// <param name="status">Where the quote stands.</param>
    /// <param name="validUntil">Its last day.</param>
    /// <param name="today">The day in the seller's zone.</param>
    public static bool IsOrderable(OrderStatus status, DateOnly validUntil, DateOnly today) =>
        status != OrderStatus.Failed && today <= validUntil;
}
