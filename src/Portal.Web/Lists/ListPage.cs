using Microsoft.EntityFrameworkCore;
using Portal.Web.Data.Keysets;

namespace Portal.Web.Lists;

/// <summary>
/// One page of a list that is paged by number, for lists of thousands; longer ones are read by place.
/// </summary>
/// <param name="Number">From 1.</param>
/// <param name="Size">Rows of a whole page.</param>
public sealed record ListPage<T>(IReadOnlyList<T> Rows, int Number, int Size, ListCount Count)
{
    public int Pages => Math.Max(1, (Count.Number + Size - 1) / Size);

    public int First => Rows.Count == 0 ? 0 : ((Number - 1) * Size) + 1;

    public int Last => First == 0 ? 0 : First + Rows.Count - 1;

    /// <summary>The list got shorter, or somebody typed a number.</summary>
    public bool IsBeyondEnd => Number > Pages;

    public ListPage<TShown> Select<TShown>(Func<T, TShown> row) => new([.. Rows.Select(row)], Number, Size, Count);
}

public static class ListPages
{
    /// <summary>Rows of a page, where nobody chooses.</summary>
    public const int UsualSize = 20;

    /// <summary>How many one may choose to see at once.</summary>
    public static readonly IReadOnlyList<int> Sizes = [UsualSize, 50, 100];

    /// <summary>A number from an address: nothing below the first page, no overflow, no large offset (IV-09).</summary>
    public static int Within(int? number, int size = UsualSize) => Math.Clamp(number ?? 1, 1, ListCount.Most / size);

    public static int SizeOf(int? asked) => asked is { } size && Sizes.Contains(size) ? size : UsualSize;

    /// <param name="found">What is counted.</param>
    /// <param name="ordered">The same rows in order, as they are shown.</param>
    public static async Task<ListPage<TRow>> PageAsync<T, TRow>(this IQueryable<T> found, IQueryable<TRow> ordered, int? number,
        int size = UsualSize)
    {
        return await ordered.PageAsync(number, await found.CountToMostAsync(), size);
    }

    /// <summary>Of a list whose rows are counted already.</summary>
    public static async Task<ListPage<TRow>> PageAsync<TRow>(this IQueryable<TRow> ordered, int? number, ListCount count,
        int size = UsualSize)
    {
        var page = Within(number, size);
        return new ListPage<TRow>(await ordered.OnPage(page, size).ToListAsync(), page, size, count);
    }

    /// <summary>
    /// The rows of one page. How many they are is written into the statement, and nothing is skipped on the first page:
    /// for a limit that it learns only with each request, PostgreSQL makes a plan each time, which takes longer than
    /// the rows.
    /// </summary>
    /// <param name="page">From 1.</param>
    /// <param name="size">One of few, as each is a statement of its own.</param>
    public static IQueryable<T> OnPage<T>(this IQueryable<T> ordered, int page, int size = UsualSize)
    {
        ArgumentNullException.ThrowIfNull(ordered);
        var rest = page == 1 ? ordered : ordered.Skip((page - 1) * size);
        return rest.TakeFixed(size);
    }
}
