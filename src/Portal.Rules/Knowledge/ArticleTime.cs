namespace Portal.Rules.Knowledge;

/// <summary>Where a published article stands in its time (ADMIN-6).</summary>
public enum ArticleTime
{
    /// <summary>Its time has not come.</summary>
    Planned,

    /// <summary>Its readers see it.</summary>
    Shown,

    /// <summary>Its time is over.</summary>
    Over,
}
