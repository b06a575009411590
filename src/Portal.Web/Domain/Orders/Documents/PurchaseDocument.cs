using Portal.Rules.Orders;
using Portal.Rules.Text.Counting;
using Portal.Web.Data.Entities;

namespace Portal.Web.Domain.Orders.Documents;

/// <summary>The words of a quote (見積書) and of an order's confirmation (注文請書).</summary>
internal sealed class PurchaseDocument(DocumentFacts facts, DocumentWords words)
{
    private RentalOrder Order => facts.Order;

    private string Kind => Order.Kind.ToString();

    public DocumentContent Write()
    {
        var months = Order.Period.BilledMonths;
        var totals = DocumentTotals.Of(Order.Lines.Select(line => new TaxedAmount(Amount(line, months), new TaxRate(line.TaxRate))),
            Order.TaxRounding);
        return new DocumentContent(words[Kind + ".Title"], Order.Named.ToString(), words.Day(facts.Made),
            [words.Text("To", facts.Holder)], facts.Seller(words), words[Kind + ".Lead"],
            new DocumentFact(words[Order.Months is null ? "TotalOfMonth" : "Total"], words.Amount(totals.Total)), Facts(),
            [words["Item"], words["Quantity"], words["Monthly"], words["Months"], words["Rate"], words["Amount"]],
            [.. Order.Lines.OrderBy(line => line.Position).Select(line => Row(line, months))], Sums(totals), Notes());
    }

    private static Yen Amount(RentalOrderLine line, int months) => new Yen(line.Monthly) * line.Quantity * months;

    private List<DocumentFact> Facts()
    {
        var all = new List<DocumentFact> { new(words["PeriodLabel"], words.Period(Order.Period)) };
        if (Order.ValidUntil is { } until)
        {
            all.Add(new(words["ValidUntil"], words.Day(until)));
        }

        return [.. all, .. facts.Common(words, "DeliverTo")];
    }

    private string[] Row(RentalOrderLine line, int months) =>
        [words.Text("Named", line.NameIn(words.Language), line.Code), DocumentWords.Count(line.Quantity),
            words.Amount(new Yen(line.Monthly)), DocumentWords.Count(months), YenText.Of(new TaxRate(line.TaxRate)),
            words.Amount(Amount(line, months))];

    private DocumentFact[] Sums(DocumentTotals totals) =>
    [
        new(words["Net"], words.Amount(totals.Net)),
        .. totals.Rates.SelectMany(rate => new DocumentFact[]
        {
            new(words.Text("NetOfRate", YenText.Of(rate.Rate!.Value)), words.Amount(rate.Net)),
            new(words.Text("TaxOfRate", YenText.Of(rate.Rate!.Value)), words.Amount(rate.Tax)),
        }),
        new(words[Order.Months is null ? "TotalOfMonth" : "Total"], words.Amount(totals.Total)),
    ];

    private List<string> Notes()
    {
        var notes = new List<string>();
        if (Order.Months is null)
        {
            notes.Add(words["Note.Open"]);
        }

        notes.AddRange(Order.Lines.Where(line => line.MinimumMonths > 0).OrderBy(line => line.Position)
            .Select(line => words.Text(CountedKey.Of("Note.Minimum", line.MinimumMonths), line.NameIn(words.Language),
                line.MinimumMonths)));
        if (Order.Lines.Any(line => line.MinimumMonths > 0))
        {
            notes.Add(words["Note.Fee"]);
        }

        if (Order.Remarks.Length > 0)
        {
            notes.Add(words.Text("Note.Remarks", Order.Remarks));
        }

        return notes;
    }
}
