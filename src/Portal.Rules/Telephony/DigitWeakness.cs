namespace Portal.Rules.Telephony;

/// <summary>Why digits make no temporary password (CALL-3).</summary>
public enum DigitWeakness
{
    /// <summary>Not exactly eight digits.</summary>
    Length,

    /// <summary>One digit, repeated.</summary>
    OneDigit,

    /// <summary>Each digit follows the one before, upwards or downwards; 0 comes after 9 and before 1.</summary>
    Sequence,

    /// <summary>A part of the number whose password it would be.</summary>
    OwnNumber,

    /// <summary>The temporary password before.</summary>
    LastTemporary,
}
