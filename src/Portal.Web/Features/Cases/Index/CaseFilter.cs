using Portal.Web.Lists;

namespace Portal.Web.Features.Cases.Index;

/// <summary>The lists that people ask for most (CASE-5).</summary>
public enum CaseView
{
    All,
    Mine,

    /// <summary>What waits for the customer.</summary>
    Action,

    /// <summary>Monthly reports.</summary>
    Monthly,
}

/// <summary>Which part of the list one looks at, as it stands in the address.</summary>
public sealed class CaseFilter : ListInput
{
    public string? View { get; set; }

    public int? Size { get; set; }

    /// <summary>What is not understood is the whole list (IV-09).</summary>
    public CaseView Preset => Enum.GetValues<CaseView>().FirstOrDefault(view => Key(view) == View);

    public int Rows => ListPages.SizeOf(Size);

    public static string Key(CaseView view) => view switch
    {
        CaseView.Mine => "mine",
        CaseView.Action => "action",
        CaseView.Monthly => "monthly",
        _ => "all",
    };
}
