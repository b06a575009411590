using Portal.Web.Lists;

namespace Portal.Web.Features.Admin.Approvals;

/// <summary>The lists of those who decide and of those who asked.</summary>
public enum ApprovalView
{
    /// <summary>Others asked, and somebody has to decide.</summary>
    Waiting,

    /// <summary>What one asked for oneself, in every state.</summary>
    Mine,
    Decided,
    All,
}

/// <summary>Which requests are looked at, as it stands in the address.</summary>
public sealed class ApprovalQuery : ListInput
{
    public string? Tenant { get; set; }

    public string? View { get; set; }

    /// <summary>What is not understood is the queue (IV-09).</summary>
    public ApprovalView Preset => Enum.GetValues<ApprovalView>().FirstOrDefault(view => Key(view) == View);

    /// <summary>What ends first comes first in the queue; elsewhere what came last.</summary>
    public string Order => ApprovalList.Orders.Of(Sort ?? (Preset == ApprovalView.Waiting ? "ends" : "-asked"));

    public static string Key(ApprovalView view) => view.ToString().ToLowerInvariant();
}
