using System.Linq.Expressions;

namespace Portal.Web.Lists;

/// <summary>
/// The orders of a list by the names they have in addresses: "name" upwards, "-name" downwards, "state.-name" the
/// second among equals of the first; anything else the usual one (IV-09).
/// </summary>
/// <param name="usual">Such as "-since".</param>
public sealed class ListOrders<T>(string usual)
{
    /// <summary>More keys than that decide nothing that anybody sees.</summary>
    public const int MostKeys = 3;

    private const char Separator = '.';
    private readonly Dictionary<string, Key> orders = new(StringComparer.Ordinal);
    private readonly List<Func<IOrderedQueryable<T>, IOrderedQueryable<T>>> ties = [];

    /// <summary>Adds an order.</summary>
    public ListOrders<T> By<TKey>(string name, Expression<Func<T, TKey>> key)
    {
        orders.Add(name, new Key(
            (rows, downwards) => downwards ? rows.OrderByDescending(key) : rows.OrderBy(key),
            (rows, downwards) => downwards ? rows.ThenByDescending(key) : rows.ThenBy(key)));
        return this;
    }

    /// <summary>What decides among equals; without it rows would change places between pages.</summary>
    public ListOrders<T> Then<TKey>(Expression<Func<T, TKey>> key)
    {
        ties.Add(rows => rows.ThenBy(key));
        return this;
    }

    /// <summary>The order in force, by its name.</summary>
    public string Of(string? asked) => string.Join(Separator, Keys(asked));

    /// <summary>The same, key by key.</summary>
    public IReadOnlyList<string> Keys(string? asked)
    {
        string[] known = [.. (asked ?? "").Split(Separator).Where(key => orders.ContainsKey(Name(key))).DistinctBy(Name).Take(MostKeys)];
        return known.Length > 0 ? known : [usual];
    }

    /// <summary>The list is in the order in which it opens.</summary>
    public bool IsUsual(string? asked) => Keys(asked) is [var only] && only == usual;

    public IQueryable<T> Apply(IQueryable<T> rows, string? asked)
    {
        var keys = Keys(asked);
        var first = orders[Name(keys[0])].First(rows, IsDownwards(keys[0]));
        var ordered = keys.Skip(1).Aggregate(first, (sorted, key) => orders[Name(key)].Next(sorted, IsDownwards(key)));
        return ties.Aggregate(ordered, (sorted, tie) => tie(sorted));
    }

    private static bool IsDownwards(string key) => key.StartsWith('-');

    private static string Name(string key) => IsDownwards(key) ? key[1..] : key;

    private sealed record Key(
        Func<IQueryable<T>, bool, IOrderedQueryable<T>> First, Func<IOrderedQueryable<T>, bool, IOrderedQueryable<T>> Next);
}
