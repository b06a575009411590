namespace Portal.Rules.Text;

/// <summary>Why a text is no telephone number.</summary>
public enum TelephoneProblem
{
    /// <summary>No numbering plan has it.</summary>
    Unfit,

    /// <summary>With a zero before it, it would be one: a spreadsheet took the zero for one of a number.</summary>
    ZeroIsMissing,

    /// <summary>It has the zero and as many digits as national numbers have, and is none all the same.</summary>
    NoSuchNumber,
}
