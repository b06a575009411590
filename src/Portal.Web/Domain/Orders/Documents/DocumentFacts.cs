using Portal.Web.Data.Entities;
using Portal.Web.Tenancy.Profiles;

namespace Portal.Web.Domain.Orders.Documents;

/// <summary>What a document is made of.</summary>
/// <param name="Of">The order that a cancellation is of, as it is after it.</param>
/// <param name="Holder">Whose contract it is.</param>
/// <param name="Applied">The day on which it was sent, where the seller is.</param>
/// <param name="Made">The day of the document, where the seller is.</param>
internal sealed record DocumentFacts(RentalOrder Order, RentalOrder? Of, string Holder, OrdersProfile Terms, DateOnly Applied,
    DateOnly Made)
{
    /// <summary>Whose document it is, line by line.</summary>
    public IReadOnlyList<string> Seller(DocumentWords words)
    {
        string?[] lines = [Terms.Seller.Name.In(words.Language), Terms.Seller.Address.In(words.Language),
            Terms.Seller.Phone is { } phone ? words.Text("Phone", phone) : null,
            words.Text("Registration", Terms.Seller.RegistrationNumber)];
        return [.. lines.OfType<string>()];
    }

    public IReadOnlyList<DocumentFact> Common(DocumentWords words, string address)
    {
        var facts = new List<DocumentFact>
        {
            new(words["Applied"], words.Day(Applied)),
            new(words["Contact"], Order.ContactPhone.Length > 0 ? $"{Order.Contact} {Order.ContactPhone}" : Order.Contact),
            new(words[address], words.Address(Order.Address)),
        };
        if (Order.Window != DeliveryWindow.Any)
        {
            facts.Add(new(words["Window"], words["Window." + Order.Window]));
        }

        return facts;
    }
}
