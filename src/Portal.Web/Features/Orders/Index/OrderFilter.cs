using Portal.Rules.Orders;
using Portal.Web.Data;
using Portal.Web.Lists;

namespace Portal.Web.Features.Orders.Index;

/// <summary>What of the history is looked at, as it stands in the address (ORDER-6).</summary>
public sealed class OrderFilter : ListInput
{
    public string? Kind { get; set; }

    public string? Result { get; set; }

    /// <summary>Of orders, whose goods are arranged once they are accepted.</summary>
    public string? Confirmation { get; set; }

    public string? From { get; set; }

    public string? To { get; set; }

    public string? Q { get; set; }

    /// <summary>Null for all; so is what is not understood (IV-09).</summary>
    public OrderKind? OfKind => Read<OrderKind>(Kind);

    public OrderResult? OfResult => Read<OrderResult>(Result);

    public OrderConfirmation? OfConfirmation => Read<OrderConfirmation>(Confirmation);

    public IReadOnlyList<string> Words => SearchText.Words(Given(Q));

    public bool IsNarrowed => OfResult is not null || OfConfirmation is not null || Words.Count > 0 || DayRange.Day(From) is not null
        || DayRange.Day(To) is not null;

    /// <summary>The address's query in its one form, without the page; empty or with its question mark.</summary>
    public string Query => Compose(OfKind);

    /// <summary>The same conditions for another kind.</summary>
    public string QueryOf(OrderKind? kind) => Compose(kind);

    /// <summary>What stands for it in the address.</summary>
    public static string Key<T>(T value)
        where T : struct, Enum => value.ToString().ToLowerInvariant();

    private static T? Read<T>(string? typed)
        where T : struct, Enum => Enum.TryParse<T>(typed, ignoreCase: true, out var value) && Enum.IsDefined(value) ? value : null;

    private string Compose(OrderKind? kind)
    {
        List<KeyValuePair<string, string?>> parts =
        [
            new("kind", kind is { } one ? Key(one) : null),
            new("q", Given(Q)),
            new("result", OfResult is { } result ? Key(result) : null),
            new("confirmation", OfConfirmation is { } confirmation ? Key(confirmation) : null),
            new("from", Given(From)),
            new("to", Given(To)),
            new("sort", OrderQuery.Orders.Of(Sort) is var sort && sort != OrderQuery.Orders.Of(null) ? sort : null),
        ];
        return QueryString.Create(parts.Where(part => part.Value is not null)).ToString();
    }
}
