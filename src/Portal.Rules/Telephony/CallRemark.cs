namespace Portal.Rules.Telephony;

/// <summary>What a caller is told about what was just entered, before the next question or as the last word.</summary>
public enum CallRemark
{
    /// <summary>Nothing: the next question alone.</summary>
    None,

    /// <summary>That key is no choice.</summary>
    NoSuchChoice,

    /// <summary>The contract signs in by another unit, which is named; the call ends.</summary>
    OtherUnit,

    /// <summary>That number is not right.</summary>
    WrongNumber,

    /// <summary>These digits cannot be used.</summary>
    Unfit,

    /// <summary>The two entries were not equal.</summary>
    NotEqual,

    /// <summary>Three wrong entries; the call ends.</summary>
    TooManyWrong,

    /// <summary>Too many calls within an hour; the call ends.</summary>
    TooManyCalls,

    /// <summary>No password can be set for this number now; the call ends.</summary>
    NotPossible,

    /// <summary>The temporary password is set; the call ends.</summary>
    Done,

    /// <summary>The temporary password works when its owner has confirmed it from a mail; the call ends.</summary>
    Mailed,
}
