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

    /// <summary>The group that <see cref="Kind"/> names, once this is understood.</summary>
    public string? Group { get; private set; }

    public bool OldestFirst => Sort == "at";

    /// <summary>What the audit log keeps of an export.</summary>
    public object Facts => new { kind = Group, since = Given(From), till = Given(To) };

    /// <summary>Takes the kind that was asked for where it is the key of a group.</summary>
    /// <param name="kinds">What histories tell.</param>
    public void Understand(HistoryKinds kinds)
    {
        ArgumentNullException.ThrowIfNull(kinds);
        Group = kinds.IsGroup(Kind) ? Kind : null;
    }

    /// <param name="startOfDay">When a day begins where the reader is.</param>
    public DayRange Days(Func<DateOnly, DateTimeOffset> startOfDay) => DayRange.Read(From, To, startOfDay);
}
