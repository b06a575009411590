using Portal.Rules.Orders;
using Portal.Web.Data.Entities;
using Portal.Web.Domain.Orders;
using Portal.Web.Domain.Orders.Documents;
using Portal.Web.Domain.Orders.Moves;
using Portal.Web.Mail;

namespace Portal.Web.Features.Orders.Mails;

/// <summary>What was sent, and what becomes of it, for who sent it (ORDER-4, ORDER-5).</summary>
/// <param name="Words">Names the texts: "Mail.{Words}.Subject", "Mail.{Words}.Lead".</param>
/// <param name="Left">Of an order of which something was given back: what is left of it.</param>
internal sealed record OrderMail(string Words, RentalOrder Order, OrderInUse? Left) : PortalMail
{
    public override string Kind => "order";

    public override MailBody Write(MailContext to)
    {
        ArgumentNullException.ThrowIfNull(to);
        var number = Order.Named.ToString();
        var words = new DocumentWords(to.Language);
        var body = new MailBody(to.Text<OrdersText>($"Mail.{Words}.Subject", number, to.Text<OrdersText>("Mail.Kind." + Order.Kind)))
            .Paragraph(to.Text<OrdersText>($"Mail.{Words}.Lead", to.Text<OrdersText>("Mail.Kind." + Order.Kind)));
        if (Order.Reason is { Length: > 0 } reason)
        {
            body.Paragraph(to.Text<OrdersText>("Mail.Provider", reason));
        }

        if (IsVoid)
        {
            body.Paragraph(to.Text<OrdersText>("NothingGiven"));
        }

        body.Facts([(to.Text<OrdersText>("Number"), number), .. Facts(to, words)])
            .List(Order.Lines.OrderBy(line => line.Position).Select(line => (Line: line, Count: Left?.Of(line).Runs ?? line.Quantity))
                .Where(each => each.Count > 0)
                .Select(each => Piece(to, words, each.Line, each.Count)));
        return body.Button(to.Text<OrdersText>("Mail.Open"), to.Link(OrderPaths.Mailed(Order.Named)))
            .Because(to.Text<OrdersText>("Mail.Reason"));
    }

    /// <summary>With its price, which of what is given back says nothing.</summary>
    private string Piece(MailContext to, DocumentWords words, RentalOrderLine line, int count) => Order.Kind == OrderKind.Cancellation
        ? to.Text<OrdersText>("Pieces", line.NameIn(to.Language), count)
        : to.Text<OrdersText>("Mail.Piece", line.NameIn(to.Language), count, words.Amount(new Yen(line.Monthly) * count),
            YenText.Of(new TaxRate(line.TaxRate)));

    private DocumentTotals Totals => Left?.Totals ?? DocumentTotals.Of(Order.Lines.Select(line => new TaxedAmount(
        new Yen(line.Monthly) * line.Quantity * Order.Period.BilledMonths, new TaxRate(line.TaxRate))), Order.TaxRounding);

    /// <summary>A cancellation that gives nothing back: nobody comes for it, and nothing is due.</summary>
    private bool IsVoid => Order is { Kind: OrderKind.Cancellation, Status: OrderStatus.Withdrawn or OrderStatus.Failed };

    private (string, string?)[] Facts(MailContext to, DocumentWords words) => Order.Kind switch
    {
        OrderKind.Cancellation when IsVoid => [(to.Text<OrdersText>("Field.Reason"), Order.Remarks)],
        OrderKind.Cancellation =>
        [
            (to.Text<OrdersText>("Field.ReturnsOn"), to.Date(Order.ReturnsOn!.Value)),
            (to.Text<OrdersText>("PickUpTitle"), words.Address(Order.Address)),
            (to.Text<OrdersText>("PickUp.Window"), words["Window." + Order.Window]),
            (to.Text<OrdersText>("Field.Contact"), Contact),
            (to.Text<OrdersText>("Field.Reason"), Order.Remarks),
            (to.Text<OrdersText>("Fees"), words.Amount(new Yen(Order.Net))),
        ],
        _ =>
        [
            (to.Text<OrdersText>("Period"), words.Period(Order.Period)),
            (to.Text<OrdersText>("ValidUntil"), Order.ValidUntil is { } until ? to.Date(until) : null),
            (to.Text<OrdersText>("DeliveryTitle"), words.Address(Order.Address)),
            (to.Text<OrdersText>("Field.Window"), words["Window." + Order.Window]),
            (to.Text<OrdersText>("Field.Contact"), Contact),
            (to.Text<OrdersText>("Field.Remarks"), Order.Remarks),
            .. Totals.Rates.SelectMany(rate => new (string, string?)[]
            {
                (words.Text("NetOfRate", YenText.Of(rate.Rate!.Value)), words.Amount(rate.Net)),
                (words.Text("TaxOfRate", YenText.Of(rate.Rate!.Value)), words.Amount(rate.Tax)),
            }),
            (to.Text<OrdersText>(Left is not null || Order.Months is null ? "TotalOfMonth" : "Total"), words.Amount(Totals.Total)),
        ],
    };

    private string Contact => Order.ContactPhone.Length > 0 ? $"{Order.Contact} {Order.ContactPhone}" : Order.Contact;
}
