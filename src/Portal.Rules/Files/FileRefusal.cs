namespace Portal.Rules.Files;

/// <summary>Why a file is not kept.</summary>
public enum FileRefusal
{
    /// <summary>Not one byte.</summary>
    Empty,

    /// <summary>More bytes than one file may have.</summary>
    TooLarge,

    /// <summary>The ending of its name is not on the list of what is taken.</summary>
    EndingNotAllowed,

    /// <summary>The content is not what the ending says, or is two things at once.</summary>
    ContentDiffers,

    /// <summary>A picture with more pixels than any program should have to draw (FI-05).</summary>
    TooManyPixels,

    /// <summary>An archive too large, too deep or too crooked to be looked through (FI-03).</summary>
    ArchiveUnsafe,

    /// <summary>An archive holds something that would not be taken by itself.</summary>
    ArchiveHoldsOthers,

    /// <summary>Macros, or XML that would fetch or multiply (FI-04).</summary>
    ActiveContent,

    /// <summary>Recorded traffic with somebody's session in it (FI-12).</summary>
    HoldsSecrets,

    /// <summary>Too many in this form, or at this owner.</summary>
    TooMany,

    /// <summary>The tenant has no room left.</summary>
    NoRoom,

    /// <summary>A scanner found something (FI-07).</summary>
    Infected,

    /// <summary>No scanner could look at it for a day.</summary>
    Unchecked,

    /// <summary>The sender hung up before the end.</summary>
    Interrupted,
}
