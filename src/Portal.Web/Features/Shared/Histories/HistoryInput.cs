using Portal.Web.Audit.Histories;
using Portal.Web.Lists;

namespace Portal.Web.Features.Shared.Histories;

/// <summary>
/// The conditions of a history as they stand in the address; "at" as the order has the oldest first.
/// What is not understood is the default, but for dates (IV-09).
/// </summary>
public sealed class HistoryInput : ListInput
{
    public string? Kind { get; set; }

    /// <summary>First day, in the reader's zone.</summary>
    public string? From { get; set; }

    /// <summary>Last day, in the reader's zone.</summary>
    public string? To { get; set; }

    /// <summary>csv, xlsx or pdf.</summary>
    public string? Format { get; set; }

    public string? Group => Kind is not null && HistoryKinds.Groups.ContainsKey(Kind) ? Kind : null;

    public bool OldestFirst => Sort == "at";

    /// <summary>What the audit log keeps of an export.</summary>
    public object Facts => new { kind = Group, since = Given(From), till = Given(To) };

    /// <param name="startOfDay">When a day begins where the reader is.</param>
    public DayRange Days(Func<DateOnly, DateTimeOffset> startOfDay) => DayRange.Read(From, To, startOfDay);
}
