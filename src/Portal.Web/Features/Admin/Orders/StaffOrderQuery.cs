using Portal.Web.Data;
using Portal.Web.Features.Admin.Shared;
using Portal.Web.Lists;

namespace Portal.Web.Features.Admin.Orders;

/// <summary>The lists that the desk works in.</summary>
public enum StaffOrderView
{
    /// <summary>Something is to be decided or arranged.</summary>
    Waiting,
    Quotes,
    Orders,
    Cancellations,
    All,
}

/// <summary>Which applications are looked at, as it stands in the address.</summary>
public sealed class StaffOrderQuery : StaffListInput
{
    public string? View { get; set; }

    public string? Q { get; set; }

    public IReadOnlyList<string> Words => SearchText.Words(Given(Q));

    /// <summary>More is asked for than one of the lists.</summary>
    public bool IsNarrowed => Words.Count > 0 || IsLed;

    /// <summary>What is not understood is the queue (IV-09).</summary>
    public StaffOrderView Preset => Enum.GetValues<StaffOrderView>().FirstOrDefault(view => Key(view) == View);

    /// <summary>Who waits longest comes first; elsewhere what came last.</summary>
    public string Order => StaffOrderList.Orders.Of(Sort ?? OrderOf(Preset));

    /// <summary>One of the lists as it opens: its first page, in its own order.</summary>
    public bool IsOpening => !IsNarrowed && Order == OrderOf(Preset) && ListPages.Within(Page) == 1;

    /// <summary>The order in which a list opens.</summary>
    public static string OrderOf(StaffOrderView view) => view == StaffOrderView.Waiting ? "waiting" : "-created";

    /// <summary>Where the conditions of a query are in force, in another of the lists.</summary>
    public static string Address(StaffOrderView view, StaffOrderQuery query)
    {
        ArgumentNullException.ThrowIfNull(query);
        return StaffPaths.Orders + query.Conditions(("view", Key(view)), ("q", Given(query.Q)));
    }

    public static string Key(StaffOrderView view) => view.ToString().ToLowerInvariant();
}
