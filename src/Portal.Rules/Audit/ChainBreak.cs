namespace Portal.Rules.Audit;

/// <summary>In which way the log is not what it was.</summary>
public enum ChainBreakKind
{
    /// <summary>An event is not what it was when it was sealed.</summary>
    EventChanged,

    /// <summary>An event that was sealed is not there.</summary>
    EventRemoved,

    /// <summary>An event stands where everything was sealed already, and came later.</summary>
    EventInserted,

    /// <summary>The mark of an event is gone, and with it perhaps the event.</summary>
    MarkRemoved,

    /// <summary>Marks of a stretch are not those that were sealed.</summary>
    MarksChanged,

    /// <summary>A seal is not what it was, or does not follow from the one before it.</summary>
    SealBroken,

    /// <summary>A seal is gone that others follow, or whose marks are there.</summary>
    SealRemoved,

    /// <summary>A seal is another than the one that was written down outside.</summary>
    SealReplaced,

    /// <summary>The log ends before a seal that was written down outside.</summary>
    TailRemoved,

    /// <summary>A line of the file outside was not written by this portal.</summary>
    HeadForged,

    /// <summary>The file outside has nothing about a log that has seals.</summary>
    HeadsMissing,
}

/// <summary>The first place where the log is not what it was.</summary>
/// <param name="Kind">In which way.</param>
/// <param name="Number">Of the seal; of the line where it is the file outside; 0 where neither is known.</param>
/// <param name="Place">Of the event, from 1; null where no single one is meant.</param>
/// <param name="EventId">Null where it is not known.</param>
public sealed record ChainBreak(ChainBreakKind Kind, long Number, long? Place = null, Guid? EventId = null);
