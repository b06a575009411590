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

        body.Facts([(to.Text<OrdersText>("Number"), number), .. Facts(to, words)])
            .List(Order.Lines.OrderBy(line => line.Position).Select(line => (Line: line, Count: Left?.Of(line).Runs ?? line.Quantity))
                .Where(each => each.Count > 0)
                .Select(each => to.Text<OrdersText>("Pieces", each.Line.NameIn(to.Language), each.Count)));
        return body.Button(to.Text<OrdersText>("Mail.Open"), to.Link(OrderPaths.Mailed(Order.Named)))
            .Because(to.Text<OrdersText>("Mail.Reason"));
    }

    private (string, string?)[] Facts(MailContext to, DocumentWords words) => Order.Kind == OrderKind.Cancellation
        ?
        [
            (to.Text<OrdersText>("Field.ReturnsOn"), to.Date(Order.ReturnsOn!.Value)),
            (to.Text<OrdersText>("PickUpTitle"), words.Address(Order.Address)),
            (to.Text<OrdersText>("Fees"), words.Amount(new Yen(Order.Net))),
        ]
        :
        [
            (to.Text<OrdersText>("Period"), words.Period(Order.Period)),
            (to.Text<OrdersText>("ValidUntil"), Order.ValidUntil is { } until ? to.Date(until) : null),
            (to.Text<OrdersText>("DeliveryTitle"), words.Address(Order.Address)),
            Left is { } left
                ? (to.Text<OrdersText>("TotalOfMonth"), words.Amount(left.Totals.Total))
                : (to.Text<OrdersText>(Order.Months is null ? "TotalOfMonth" : "Total"), words.Amount(Order.Total)),
        ];
}
