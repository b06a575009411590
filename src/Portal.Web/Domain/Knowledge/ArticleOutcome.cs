using Portal.Web.Data.Entities;

namespace Portal.Web.Domain.Knowledge;

/// <summary>What became of an act on an article.</summary>
public abstract record ArticleOutcome
{
    private ArticleOutcome()
    {
    }

    public sealed record Done(Article Row) : ArticleOutcome;

    /// <summary>It was so already; nothing is recorded.</summary>
    public sealed record Unchanged : ArticleOutcome;

    /// <summary>Another article has that address.</summary>
    public sealed record SlugTaken : ArticleOutcome;

    /// <summary>Somebody deleted the category that it was to stand in.</summary>
    public sealed record CategoryGone : ArticleOutcome;

    /// <summary>What the title is to download has not been found clean.</summary>
    public sealed record FileUnchecked : ArticleOutcome;

    /// <summary>Somebody changed it since the page was opened.</summary>
    /// <param name="Row">As it is now.</param>
    public sealed record Conflict(Article Row) : ArticleOutcome;

    /// <summary>Somebody deleted it, or the file that was meant.</summary>
    public sealed record Gone : ArticleOutcome;
}
