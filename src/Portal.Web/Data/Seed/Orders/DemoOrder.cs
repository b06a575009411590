using Portal.Rules.Orders;
using static Portal.Rules.Orders.OrderStatus;

namespace Portal.Web.Data.Seed.Orders;

/// <summary>A cancellation of the demonstration.</summary>
/// <param name="Given">How many of the order's first line.</param>
internal sealed record DemoGiven(int DaysAgo, OrderStatus Status, int Given);

/// <summary>An application of the demonstration.</summary>
/// <param name="DaysAgo">When it was sent.</param>
/// <param name="Months">Null goes on until it is cancelled.</param>
/// <param name="Lines">Code and quantity.</param>
internal sealed record DemoOrder(OrderKind Kind, int DaysAgo, OrderStatus Status, int? Months, params (string Code, int Quantity)[] Lines)
{
    public string? Reason { get; init; }

    public string Remarks { get; init; } = "";

    /// <summary>What is given back of it.</summary>
    public IReadOnlyList<DemoGiven> Cancellations { get; init; } = [];

    /// <summary>Of each contract that orders, the oldest first.</summary>
    public static IReadOnlyList<DemoOrder> All { get; } =
    [
        new(OrderKind.Quote, 150, Accepted, 6, ("PC-100", 10), ("DP-270", 10)),
        new(OrderKind.Order, 148, Arranged, null, ("PC-100", 10), ("DP-270", 10), ("RT-050", 2))
        {
            Cancellations = [new(40, Accepted, 3), new(2, Received, 2)],
        },
        new(OrderKind.Order, 120, Arranged, 3, ("TN-360", 4), ("RB-180", 20), ("SK-100", 1))
        {
            Remarks = "搬入は北口からお願いします。",
        },
        new(OrderKind.Order, 96, Failed, 12, ("SP-100", 30))
        {
            Reason = "ご希望の台数を開始日までにご用意できません。",
        },
        new(OrderKind.Order, 88, Arranged, null, ("WS-010", 2), ("WT-012", 2), ("CF-010", 1)) { Cancellations = [new(20, Failed, 1)] },
        new(OrderKind.Quote, 60, Accepted, null, ("PR-100", 1)),
        new(OrderKind.Order, 45, Arranged, 12, ("DK-140", 8), ("CH-010", 8), ("PT-180", 4)) { Cancellations = [new(12, Withdrawn, 2)] },
        new(OrderKind.Quote, 20, Accepted, 2, ("PJ-400", 2), ("SC-100", 2), ("MC-020", 1)),
        new(OrderKind.Order, 9, Accepted, 6, ("PC-200", 2)) { Reason = "在庫を確保しました。配送日が決まりしだいご連絡します。" },
        new(OrderKind.Order, 3, Received, null, ("TB-100", 5), ("CM-100", 2)) { Remarks = "受付に置く端末です。" },
        new(OrderKind.Quote, 1, Received, 1, ("TN-360", 2), ("RB-180", 10), ("WT-012", 6)),
    ];
}
