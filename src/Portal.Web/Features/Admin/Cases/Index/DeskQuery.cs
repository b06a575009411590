using Portal.Web.Lists;

namespace Portal.Web.Features.Admin.Cases.Index;

/// <summary>The lists that the desk works in.</summary>
public enum DeskView
{
    /// <summary>The customer waits for an answer.</summary>
    Waiting,

    /// <summary>An answer or a solution is overdue, or a quarter of its time is left (CASE-9).</summary>
    Due,

    /// <summary>Open, and nobody's.</summary>
    Unassigned,

    /// <summary>Open, and one's own.</summary>
    Mine,

    All,
}

/// <summary>Which cases are looked at, as it stands in the address.</summary>
public sealed class DeskQuery : ListInput
{
    public string? Tenant { get; set; }

    public string? View { get; set; }

    /// <summary>What is not understood is the queue (IV-09).</summary>
    public DeskView Preset => Enum.GetValues<DeskView>().FirstOrDefault(view => Key(view) == View);

    /// <summary>Who waits longest comes first; elsewhere what changed last.</summary>
    public string Order => DeskQueue.Orders.Of(Sort ?? Preset switch
    {
        DeskView.Waiting => "waiting",
        DeskView.Due => "due",
        _ => "-updated",
    });

    public static string Key(DeskView view) => view switch
    {
        DeskView.Due => "due",
        DeskView.Unassigned => "unassigned",
        DeskView.Mine => "mine",
        DeskView.All => "all",
        _ => "waiting",
    };
}
