namespace Portal.Rules.Telephony;

/// <summary>What a number is on its line.</summary>
public enum NumberKind
{
    /// <summary>The contract's main number; a contract has one.</summary>
    Main,

    /// <summary>A further number of the line.</summary>
    Additional,

    /// <summary>One of several numbers that ring at the same telephones.</summary>
    Multiple,
}
