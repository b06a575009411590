using Portal.Web.Lists;

namespace Portal.Web.Features.Admin.Knowledge;

/// <summary>The lists of articles that the staff works in.</summary>
public enum ArticleView
{
    All,

    /// <summary>Not published.</summary>
    Draft,

    /// <summary>Published and opened, and its time has not come.</summary>
    Planned,

    /// <summary>Published, opened for somebody, and within its time.</summary>
    Shown,

    /// <summary>Published and opened, and its time is over.</summary>
    Over,

    /// <summary>Published, and opened for nobody.</summary>
    Hidden,
}

/// <summary>Which articles are looked at, as it stands in the address.</summary>
public sealed class ArticleListQuery : ListInput
{
    public string? Tenant { get; set; }

    public string? View { get; set; }

    public string? Q { get; set; }

    /// <summary>What is not understood is all (IV-09).</summary>
    public ArticleView Preset => Enum.GetValues<ArticleView>().FirstOrDefault(view => Key(view) == View);

    public string? Text => Given(Q);

    public string Order => ArticleQueue.Orders.Of(Sort);

    public static string Key(ArticleView view) => view switch
    {
        ArticleView.Draft => "draft",
        ArticleView.Planned => "planned",
        ArticleView.Shown => "shown",
        ArticleView.Over => "over",
        ArticleView.Hidden => "hidden",
        _ => "all",
    };
}
