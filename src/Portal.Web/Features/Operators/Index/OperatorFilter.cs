using System.Globalization;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Extensions.Primitives;
using Portal.Rules.Text;

namespace Portal.Web.Features.Operators.Index;

public enum OperatorOrder
{
    Id,
    Name,
    Department,
    Email,
    LastSignIn,
    ValidUntil,
    Updated,
}

/// <summary>
/// Which part of the list one looks at. Everything in the address is matched against what there is; anything else means
/// the default (IV-09).
/// </summary>
public sealed record OperatorFilter(string Query, OperatorState? State, OperatorOrder Order, bool Descending, int Page, int Size,
    bool EnabledOnly = false)
{
    /// <summary>The word that leaves disabled ones out (CONT-3).</summary>
    public const string Hide = "hide";

    private const int LongestQuery = 200;

    public static readonly IReadOnlyList<int> Sizes = [20, 50, 100];

    private static readonly Dictionary<string, OperatorOrder> Orders = Enum.GetValues<OperatorOrder>().ToDictionary(Key, order => order);

    public static string Key<T>(T value)
        where T : struct, Enum
    {
        var name = value.ToString();
        return string.Concat(char.ToLowerInvariant(name[0]).ToString(), name.AsSpan(1));
    }

    public static OperatorFilter Read(IEnumerable<KeyValuePair<string, StringValues>> query)
    {
        var given = query.GroupBy(pair => pair.Key).ToDictionary(group => group.Key, group => group.First().Value.FirstOrDefault() ?? "");
        string Value(string key) => given.GetValueOrDefault(key, "");
        var sort = Value("sort");
        var typed = Value("q").Trim();
        return new OperatorFilter(
            Shortened.To(typed, LongestQuery),
            OperatorStates.Filters.Where(state => Key(state) == Value("state")).Select(state => (OperatorState?)state).FirstOrDefault(),
            Orders.GetValueOrDefault(sort.TrimStart('-'), OperatorOrder.Id),
            sort.StartsWith('-'),
            Math.Max(1, Number(Value("page"))),
            Sizes.Contains(Number(Value("size"))) ? Number(Value("size")) : Sizes[0],
            Value("disabled") == Hide);
    }

    /// <summary>The part that differs from the default, as a query that leads back to the same rows.</summary>
    public string ToQueryString() => QueryString.Create(
        new Dictionary<string, string?>
        {
            ["q"] = Query.Length > 0 ? Query : null,
            ["state"] = State is { } state ? Key(state) : null,
            ["disabled"] = EnabledOnly ? Hide : null,
            ["sort"] = Order == OperatorOrder.Id && !Descending ? null : Sort,
            ["size"] = Size == Sizes[0] ? null : Size.ToString(CultureInfo.InvariantCulture),
            ["page"] = Page == 1 ? null : Page.ToString(CultureInfo.InvariantCulture),
        }.Where(pair => pair.Value is not null)).ToString();

    /// <summary>
    /// The order in force: where the list shows no ID, people are looked for by their reading.
    /// </summary>
    public OperatorFilter Shown(IReadOnlyList<string> columns) =>
        Order == OperatorOrder.Id && !columns.Contains("id") ? this with { Order = OperatorOrder.Name } : this;

    public string Sort => (Descending ? "-" : "") + Key(Order);

    /// <summary>The list as it was, carried through the pages behind it in one parameter (OPER-3).</summary>
    public static OperatorFilter Returning(HttpRequest request)
    {
        ArgumentNullException.ThrowIfNull(request);
        return Read(QueryHelpers.ParseQuery(request.Query["list"].FirstOrDefault()));
    }

    public string Carry => ToQueryString() is { Length: > 0 } query ? "?list=" + Uri.EscapeDataString(query) : "";

    private static int Number(string text) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : 0;
}
