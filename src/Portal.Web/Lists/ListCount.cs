using System.Globalization;
using Microsoft.EntityFrameworkCore;

namespace Portal.Web.Lists;

/// <summary>
/// How many rows there are. Nobody pages through more than ten thousand, so none are counted beyond (PERF-3).
/// </summary>
/// <param name="Number">At most <see cref="Most"/>.</param>
/// <param name="IsMore">There are more than that.</param>
public readonly record struct ListCount(int Number, bool IsMore)
{
    public const int Most = 10_000;

    /// <summary>What was counted: one more than <see cref="Most"/> stands for more than that.</summary>
    public int Counted => IsMore ? Most + 1 : Number;

    /// <param name="counted">Up to one more than <see cref="Most"/>.</param>
    public static ListCount Of(int counted) => new(Math.Min(counted, Most), counted > Most);

    public override string ToString() => Number.ToString("N0", CultureInfo.CurrentCulture) + (IsMore ? "+" : "");
}

public static class ListCounts
{
    /// <summary>Asks the database, which stops counting in time.</summary>
    public static async Task<ListCount> CountToMostAsync<T>(this IQueryable<T> rows) =>
        ListCount.Of(await rows.Take(ListCount.Most + 1).CountAsync());

    /// <summary>The same of several lists at once, as tabs show them: one statement.</summary>
    /// <param name="lists">By what names each.</param>
    /// <param name="rows">What is in one of them.</param>
    public static async Task<IReadOnlyDictionary<TKey, ListCount>> CountEachAsync<TKey, T>(this IReadOnlyList<TKey> lists,
        Func<TKey, IQueryable<T>> rows)
        where TKey : notnull
    {
        ArgumentNullException.ThrowIfNull(lists);
        var counted = await lists.Select((list, place) => rows(list).Take(ListCount.Most + 1).Select(_ => place))
            .Aggregate((all, one) => all.Concat(one))
            .GroupBy(place => place).Select(group => new { Place = group.Key, Count = group.Count() }).ToListAsync();
        var found = counted.ToDictionary(row => row.Place, row => row.Count);
        return lists.Index().ToDictionary(list => list.Item, list => ListCount.Of(found.GetValueOrDefault(list.Index)));
    }

    /// <summary>What the longest of several lists has.</summary>
    public static int Largest<TKey>(this IReadOnlyDictionary<TKey, ListCount> counts)
    {
        ArgumentNullException.ThrowIfNull(counts);
        return counts.Values.Max(count => count.Counted);
    }

    /// <summary>Of several lists at once, how many are found among the first of each: one statement.</summary>
    /// <param name="lists">By what names each.</param>
    /// <param name="ordered">The rows of one of them, in their order.</param>
    /// <param name="nearest">Those that are looked for among the first.</param>
    /// <param name="near">How many are the first.</param>
    /// <returns>Where a list has more than were looked at, there may be more.</returns>
    public static async Task<IReadOnlyDictionary<TKey, ListCount>> CountNearestAsync<TKey, T>(this IReadOnlyList<TKey> lists,
        Func<TKey, IQueryable<T>> ordered, Func<IQueryable<T>, IQueryable<T>> nearest, int near)
        where TKey : notnull
    {
        ArgumentNullException.ThrowIfNull(lists);
        var counted = await lists.SelectMany((list, place) => new[]
            {
                nearest(ordered(list)).Select(_ => place),
                ordered(list).Skip(near).Take(1).Select(_ => place + lists.Count),
            })
            .Aggregate((all, one) => all.Concat(one))
            .GroupBy(place => place).Select(group => new { Place = group.Key, Count = group.Count() }).ToListAsync();
        var found = counted.ToDictionary(row => row.Place, row => row.Count);
        return lists.Index().ToDictionary(list => list.Item,
            list => new ListCount(found.GetValueOrDefault(list.Index), found.ContainsKey(list.Index + lists.Count)));
    }
}
