using Portal.Web.Audit.Histories;
using Portal.Web.Data.Keysets;

namespace Portal.Web.Features.Shared.Histories;

/// <summary>A history on the screen.</summary>
/// <param name="Part">Null where the conditions are not understood.</param>
/// <param name="Total">How many there are, or one more than are counted.</param>
public sealed record HistoryPage(string Title, HistoryScope Scope, HistoryInput Input, KeysetPart<HistoryRow>? Part, int Total, int Days)
{
    /// <summary>The address of this history, without its conditions.</summary>
    public required string Path { get; init; }

    /// <summary>The conditions, where they are understood.</summary>
    public HistoryFilter? Filter { get; init; }

    /// <summary>
    /// Longer files for Excel are made by a job, for whoever reads its own account's histories: the list of files that
    /// are under way is nobody else's (AZ-20), so there is none to come back to from somebody else's place.
    /// </summary>
    public bool MakesLongFiles { get; init; }

    public bool OffersPdf { get; init; }
}
