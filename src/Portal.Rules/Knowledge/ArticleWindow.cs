namespace Portal.Rules.Knowledge;

/// <summary>When a published article is shown (ADMIN-6). It needs neither end.</summary>
/// <param name="From">The moment from which it shows; null for as soon as it is published.</param>
/// <param name="Until">The moment from which it does not any more; null for without end.</param>
public readonly record struct ArticleWindow(DateTimeOffset? From, DateTimeOffset? Until)
{
    /// <summary>The first year that either end may lie in.</summary>
    public const int FirstYear = 2000;

    /// <summary>The last: what lies beyond was mistyped, and is near the end of what a calendar holds.</summary>
    public const int LastYear = 2199;

    /// <summary>An article that ends before it begins, or as it does, is shown to nobody.</summary>
    public bool IsOrdered => From is null || Until is null || Until > From;

    /// <summary>A year that an end may lie in.</summary>
    /// <param name="year">By the clock on the wall.</param>
    public static bool IsYear(int year) => year is >= FirstYear and <= LastYear;

    /// <param name="now">The moment of the question.</param>
    public ArticleTime At(DateTimeOffset now) =>
        Until <= now ? ArticleTime.Over : From > now ? ArticleTime.Planned : ArticleTime.Shown;

    /// <summary>When readers first see what is published now.</summary>
    /// <param name="now">The moment of publishing.</param>
    public DateTimeOffset Beginning(DateTimeOffset now) => From is { } from && from > now ? from : now;
}
