namespace Portal.Rules.Points;

/// <summary>What an entry of the ledger tells (PNTS-1).</summary>
public enum PointKind
{
    /// <summary>Points are given for a period.</summary>
    Grant,

    /// <summary>Points are set aside for something that is asked for.</summary>
    Reserve,

    /// <summary>What was set aside is used.</summary>
    Use,

    /// <summary>What was set aside is free again.</summary>
    Return,

    /// <summary>The period is over, and what is left of it is gone.</summary>
    Expire,

    /// <summary>What was given is taken back, as far as it is left.</summary>
    TakeBack,
}
