namespace Portal.Web.Features.Admin;

/// <summary>
/// One page of a list. Nobody pages through more than ten thousand rows, so none are counted beyond (PERF-3).
/// </summary>
public sealed record ListPage<T>(IReadOnlyList<T> Rows, int Number, int Total)
{
    public int Pages => Math.Max(1, (Math.Min(Total, ListPages.Most) + ListPages.Size - 1) / ListPages.Size);

    public int First => Total == 0 ? 0 : ((Number - 1) * ListPages.Size) + 1;

    public int Last => First == 0 ? 0 : First + Rows.Count - 1;

    /// <summary>The list got shorter, or somebody typed a number.</summary>
    public bool IsBeyondEnd => Number > Pages;
}

internal static class ListPages
{
    public const int Size = 20;
    public const int Most = 10_000;

    /// <summary>A number from an address, made fit: nothing below the first page, no overflow (IV-09).</summary>
    public static int Fit(int? number) => Math.Clamp(number ?? 1, 1, Most / Size);

    public static IQueryable<T> Page<T>(this IQueryable<T> rows, int number) => rows.Skip((number - 1) * Size).Take(Size);
}
