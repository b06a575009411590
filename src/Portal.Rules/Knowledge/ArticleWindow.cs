namespace Portal.Rules.Knowledge;

/// <summary>When a published article is shown (ADMIN-6). It needs neither end.</summary>
/// <param name="From">The moment from which it shows; null for as soon as it is published.</param>
/// <param name="Until">The moment from which it does not any more; null for without end.</param>
public readonly record struct ArticleWindow(DateTimeOffset? From, DateTimeOffset? Until)
{
    /// <summary>An article that ends before it begins, or as it does, is shown to nobody.</summary>
    public bool IsOrdered => From is null || Until is null || Until > From;

    /// <param name="now">The moment of the question.</param>
    public ArticleTime At(DateTimeOffset now) =>
        Until <= now ? ArticleTime.Over : From > now ? ArticleTime.Planned : ArticleTime.Shown;

    /// <summary>When readers first see what is published now.</summary>
    /// <param name="now">The moment of publishing.</param>
    public DateTimeOffset Beginning(DateTimeOffset now) => From is { } from && from > now ? from : now;
}
