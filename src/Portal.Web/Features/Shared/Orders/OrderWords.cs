using System.Globalization;
using Microsoft.Extensions.Localization;
using Portal.Rules.Orders;
using Portal.Rules.Text;
using Portal.Rules.Text.Counting;
using Portal.Web.Data.Entities;
using Portal.Web.Domain.Orders;
using Portal.Web.Domain.Orders.Documents;
using Portal.Web.Lists;
using Portal.Web.Tenancy.Times;

namespace Portal.Web.Features.Shared.Orders;

/// <summary>What kinds, results, days and amounts of applications are called, and how they look.</summary>
public sealed class OrderWords(IStringLocalizer<OrderSharedText> text)
{
    public static string Language => CultureInfo.CurrentUICulture.TwoLetterISOLanguageName;

    public string Kind(OrderKind kind) => text["Kind." + kind];

    public string Category(ItemCategory category) => text["Category." + category];

    public string Window(DeliveryWindow window) => text["Window." + window];

    public ListTag Stock(ItemStock stock) => new(text["Stock." + stock], stock == ItemStock.Available ? "success" : "orange");

    /// <summary>The result of an application: what was decided, or that nothing was yet.</summary>
    public ListTag Result(RentalOrder order)
    {
        ArgumentNullException.ThrowIfNull(order);
        return Result(order.Status);
    }

    public ListTag Result(OrderStatus status) => Result(OrderRules.Result(status));

    public ListTag Result(OrderResult result) => new(text["Result." + result], result switch
    {
        OrderResult.Received => "info",
        OrderResult.Failed => "error",
        OrderResult.Withdrawn => "neutral",
        _ => "success",
    });

    /// <summary>The same in a list, which also says that the time of an order or of a quote is over.</summary>
    public IReadOnlyList<ListTag> Result(OrderKind kind, OrderStatus status, bool isOver) =>
        isOver ? [Result(status), Over(kind)] : [Result(status)];

    /// <summary>The confirmation of an order, or that none comes; null where there is none, or not yet.</summary>
    public ListTag? Confirmation(OrderKind kind, OrderStatus status, bool isCalledOff) => isCalledOff
        ? new ListTag(text["CalledOff"], "neutral")
        : OrderRules.Confirmation(kind, status) is { } confirmation ? Confirmation(confirmation) : null;

    public ListTag Confirmation(OrderConfirmation confirmation) =>
        new(text["Confirmation." + confirmation], confirmation == OrderConfirmation.Arranged ? "success" : "info");

    /// <summary>That the time of an order or of a quote is over.</summary>
    public ListTag Over(OrderKind kind) => new(text["Over." + kind], "neutral");

    public string Amount(Yen amount) => YenText.Of(amount, CultureInfo.CurrentUICulture);

    public string Amount(long amount) => Amount(new Yen(amount));

    public string Day(DateOnly day) => MomentText.Of(day, CultureInfo.CurrentUICulture);

    public string Period(RentalPeriod period) => period.End is { } end
        ? text[CountedKey.Of("Period", period.Months!.Value), Day(period.Start), Day(end), period.Months.Value]
        : text["OpenPeriod", Day(period.Start)];

    /// <summary>Items in one line: the first, and how many more.</summary>
    public string Items(IReadOnlyList<string> names)
    {
        ArgumentNullException.ThrowIfNull(names);
        return Items(names.Count == 0 ? null : names[0], names.Count);
    }

    /// <param name="first">Null where there are none.</param>
    public string Items(string? first, int count) => count > 1 ? text["ItemsMore", first ?? "", count - 1] : first ?? "";

    public static string Code(string postalCode) => "〒" + PostalCode.Shown(postalCode);
}
