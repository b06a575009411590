using Portal.Web.Data;
using Portal.Web.Features.Admin.Shared;

namespace Portal.Web.Features.Admin.WorkRequests;

/// <summary>The lists that the desk works in.</summary>
public enum StaffWorkView
{
    /// <summary>Somebody waits for a decision.</summary>
    Waiting,
    Accepted,
    Declined,
    Withdrawn,
    All,
}

/// <summary>Which requests are looked at, as it stands in the address.</summary>
public sealed class StaffWorkQuery : StaffListInput
{
    public string? View { get; set; }

    public string? Q { get; set; }

    public IReadOnlyList<string> Words => SearchText.Words(Given(Q));

    /// <summary>More is asked for than one of the lists.</summary>
    public bool IsNarrowed => Words.Count > 0 || IsLed;

    /// <summary>What is not understood is the queue (IV-09).</summary>
    public StaffWorkView Preset => Enum.GetValues<StaffWorkView>().FirstOrDefault(view => Key(view) == View);

    /// <summary>Who waits longest comes first; elsewhere what came last.</summary>
    public string Order => StaffWorkList.Orders.Of(Sort ?? (Preset == StaffWorkView.Waiting ? "created" : "-created"));

    /// <summary>Where the conditions of a query are in force, in another of the lists.</summary>
    public static string Address(StaffWorkView view, StaffWorkQuery query)
    {
        ArgumentNullException.ThrowIfNull(query);
        return StaffPaths.WorkRequests + query.Conditions(("view", Key(view)), ("q", Given(query.Q)));
    }

    public static string Key(StaffWorkView view) => view.ToString().ToLowerInvariant();
}
