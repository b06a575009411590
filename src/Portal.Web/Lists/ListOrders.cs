using System.Linq.Expressions;

namespace Portal.Web.Lists;

/// <summary>
/// The orders of a list by the names they have in addresses: "name" upwards, "-name" downwards, anything else the usual
/// one (IV-09).
/// </summary>
/// <param name="usual">Such as "-since".</param>
public sealed class ListOrders<T>(string usual)
{
    private readonly Dictionary<string, Func<IQueryable<T>, bool, IOrderedQueryable<T>>> orders = new(StringComparer.Ordinal);
    private readonly List<Func<IOrderedQueryable<T>, IOrderedQueryable<T>>> ties = [];

    /// <summary>Adds an order.</summary>
    public ListOrders<T> By<TKey>(string name, Expression<Func<T, TKey>> key)
    {
        orders.Add(name, (rows, downwards) => downwards ? rows.OrderByDescending(key) : rows.OrderBy(key));
        return this;
    }

    /// <summary>What decides among equals; without it rows would change places between pages.</summary>
    public ListOrders<T> Then<TKey>(Expression<Func<T, TKey>> key)
    {
        ties.Add(rows => rows.ThenBy(key));
        return this;
    }

    /// <summary>The order in force, by its name.</summary>
    public string Of(string? asked) => asked is not null && orders.ContainsKey(Name(asked)) ? asked : usual;

    public IQueryable<T> Apply(IQueryable<T> rows, string? asked)
    {
        var sort = Of(asked);
        return ties.Aggregate(orders[Name(sort)](rows, sort.StartsWith('-')), (ordered, tie) => tie(ordered));
    }

    private static string Name(string sort) => sort.StartsWith('-') ? sort[1..] : sort;
}
