using Portal.Rules.Orders;
using Portal.Web.Data.Entities;

namespace Portal.Web.Domain.Orders.Documents;

/// <summary>The words of a cancellation's receipt (解約受付書): what goes, what stays, what it costs.</summary>
internal sealed class CancellationDocument(DocumentFacts facts, DocumentWords words)
{
    private RentalOrder Order => facts.Order;

    private RentalOrder Of => facts.Of ?? throw new InvalidOperationException("A cancellation is of an order.");

    public DocumentContent Write()
    {
        var after = Of.Remaining;
        return new DocumentContent(words["Cancellation.Title"], Order.Named.ToString(), words.Day(facts.Made),
            [words.Text("To", facts.Holder)], facts.Seller(words), words["Cancellation.Lead"],
            new DocumentFact(words["Fees"], words.Amount(new Yen(Order.Net))), Facts(),
            [words["Item"], words["Before"], words["Given"], words["After"], words["Monthly"], words["Fee"]],
            [.. Order.Lines.OrderBy(line => line.Position).Select(Row)], Sums(after),
            [words["Note.Untaxed"], words["Note.Rest"]]);
    }

    private List<DocumentFact> Facts() =>
    [
        new(words["OfOrder"], Of.Named.ToString()),
        new(words["ReturnsOn"], words.Day(Order.ReturnsOn!.Value)),
        .. facts.Common(words, "FetchFrom"),
        new(words["Why"], Order.Remarks),
    ];

    private string[] Row(RentalOrderLine line) =>
        [words.Text("Named", line.NameIn(words.Language), line.Code), DocumentWords.Count(line.Before),
            DocumentWords.Count(line.Quantity), DocumentWords.Count(line.Before - line.Quantity), words.Amount(new Yen(line.Monthly)),
            words.Amount(new Yen(line.Fee))];

    private DocumentFact[] Sums(DocumentTotals after) =>
    [
        new(words["NetAfter"], words.Amount(after.Net)),
        .. after.Rates
            .Select(rate => new DocumentFact(words.Text("TaxOfRate", YenText.Of(rate.Rate!.Value)), words.Amount(rate.Tax))),
        new(words["TotalAfter"], words.Amount(after.Total)),
        new(words["Fees"], words.Amount(new Yen(Order.Net))),
    ];
}
