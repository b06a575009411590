using Portal.Web.Data.Keysets;
using Portal.Web.Lists;

namespace Portal.Web.Features.Shared.Lists;

/// <summary>Which part of a numbered list is shown.</summary>
public sealed record ListSpan(int First, int Last, ListCount Count, int Number, int Pages)
{
    public static ListSpan Of<T>(ListPage<T> page)
    {
        ArgumentNullException.ThrowIfNull(page);
        return new ListSpan(page.First, page.Last, page.Count, page.Number, page.Pages);
    }
}

/// <summary>What leads from one part of a list that is read by place to the next.</summary>
/// <param name="OldestFirst">What comes before is older.</param>
public sealed record ListCursor(string? Back, string? On, bool OldestFirst = false)
{
    public static ListCursor Of<T>(KeysetPart<T> part, bool oldestFirst = false)
    {
        ArgumentNullException.ThrowIfNull(part);
        return new ListCursor(part.Newer?.ToString(), part.Older?.ToString(), oldestFirst);
    }
}

/// <summary>
/// A list as a page shows it: conditions, rows, the way to the next ones, the file. One view draws them all, so that
/// all look and work alike.
/// </summary>
/// <param name="Rows">Null where the conditions are not understood.</param>
public sealed record ListFrame(string Caption, ListRows? Rows)
{
    /// <summary>What people look for most; it stands open, and the other conditions fold behind it.</summary>
    public ListField? Search { get; init; }

    public IReadOnlyList<ListField> Fields { get; init; } = [];

    /// <summary>The tabs above it, the whole list first; none where there is one view of it alone.</summary>
    public IReadOnlyList<ListTab> Tabs { get; init; } = [];

    /// <summary>Parameters that a new search keeps, separated by commas.</summary>
    public string Keep { get; init; } = "";

    /// <summary>There is nothing at all.</summary>
    public required ListEmpty None { get; init; }

    /// <summary>There is nothing under these conditions.</summary>
    public ListEmpty? NoMatch { get; init; }

    /// <summary>One of the two is there.</summary>
    public ListSpan? Span { get; init; }

    public ListCursor? Cursor { get; init; }

    public ListAct? Act { get; init; }

    /// <summary>Null for whoever may not take files.</summary>
    public ListExport? Export { get; init; }

    /// <summary>
    /// How many conditions hold; where they are not understood, how many are set, so that the box with the errors is
    /// open.
    /// </summary>
    public int Active => Fields.Count(each => Rows is null ? each is { IsSet: true, Narrows: true } : each.InForce is not null);

    /// <summary>There may be more under other conditions.</summary>
    public bool IsNarrowed => Active > 0 || Search is { IsSet: true } || Tabs is [{ IsCurrent: false }, ..];

    public ListEmpty Empty => IsNarrowed ? NoMatch ?? None : None;
}
