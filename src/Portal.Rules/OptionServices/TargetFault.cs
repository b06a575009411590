namespace Portal.Rules.OptionServices;

/// <summary>Why a number cannot be called by a service.</summary>
public enum TargetFault
{
    /// <summary>None was typed.</summary>
    Missing,

    /// <summary>Nobody has it.</summary>
    NoNumber,

    /// <summary>Police, coast guard, fire brigade.</summary>
    Emergency,

    /// <summary>Three digits.</summary>
    ThreeDigits,

    /// <summary>It costs more than a call.</summary>
    Premium,

    /// <summary>It is abroad.</summary>
    Foreign,

    /// <summary>Whoever is called does not pay: not for calls that are passed on.</summary>
    Free,

    /// <summary>It is the number itself.</summary>
    Itself,
}
