namespace Portal.Rules.Knowledge;

/// <summary>How long things of an article may be, in code points, and how many are shown.</summary>
public static class ArticleLimits
{
    /// <summary>One line in lists.</summary>
    public const int Title = 120;

    /// <summary>Reading of a Japanese title.</summary>
    public const int Reading = 200;

    /// <summary>As Markdown.</summary>
    public const int Text = 20_000;

    /// <summary>Names of bases and categories.</summary>
    public const int Name = 60;

    /// <summary>What a base holds, in a sentence.</summary>
    public const int Description = 200;

    /// <summary>Contracts and services that one article is opened for.</summary>
    public const int Audiences = 50;

    /// <summary>Articles that stand beside another.</summary>
    public const int Related = 5;

    /// <summary>Articles that are suggested while a subject is typed.</summary>
    public const int Suggestions = 5;
}
