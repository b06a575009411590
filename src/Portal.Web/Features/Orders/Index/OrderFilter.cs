using Portal.Rules.Orders;
using Portal.Web.Data;
using Portal.Web.Lists;

namespace Portal.Web.Features.Orders.Index;

/// <summary>What of the history is looked at, as it stands in the address (ORDER-6).</summary>
public sealed class OrderFilter : ListInput
{
    public string? Kind { get; set; }

    public string? Result { get; set; }

    public string? From { get; set; }

    public string? To { get; set; }

    public string? Q { get; set; }

    /// <summary>Null for all; so is what is not understood (IV-09).</summary>
    public OrderKind? OfKind => Enum.TryParse<OrderKind>(Kind, ignoreCase: true, out var kind) && Enum.IsDefined(kind) ? kind : null;

    public OrderStatus? OfResult =>
        Enum.TryParse<OrderStatus>(Result, ignoreCase: true, out var status) && Enum.IsDefined(status) ? status : null;

    public IReadOnlyList<string> Words => SearchText.Words(Given(Q));

    public bool IsNarrowed => OfResult is not null || Words.Count > 0 || DayRange.Day(From) is not null || DayRange.Day(To) is not null;

    /// <summary>The address's query in its one form, without the page; empty or with its question mark.</summary>
    public string Query => Compose(OfKind);

    /// <summary>The same conditions for another kind.</summary>
    public string QueryOf(OrderKind? kind) => Compose(kind);

    public static string Key(OrderKind kind) => kind.ToString().ToLowerInvariant();

    private string Compose(OrderKind? kind)
    {
        List<KeyValuePair<string, string?>> parts =
        [
            new("kind", kind is { } one ? Key(one) : null),
            new("q", Given(Q)),
            new("result", OfResult?.ToString().ToLowerInvariant()),
            new("from", Given(From)),
            new("to", Given(To)),
            new("sort", OrderQuery.Orders.Of(Sort) is var sort && sort != OrderQuery.Orders.Of(null) ? sort : null),
        ];
        return QueryString.Create(parts.Where(part => part.Value is not null)).ToString();
    }
}
