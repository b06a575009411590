namespace Portal.Rules.OptionServices;

/// <summary>What is wrong with a span of a schedule.</summary>
public enum WeekSpanFault
{
    /// <summary>No day is chosen.</summary>
    NoDays,

    /// <summary>It has a beginning or an end alone.</summary>
    HalfATime,

    /// <summary>It ends when it begins.</summary>
    NoLength,

    /// <summary>It shares a minute with an earlier one.</summary>
    Overlaps,
}
