namespace Portal.Rules.OptionServices;

/// <summary>What a number is for, as the plan of numbers says.</summary>
public enum NumberUse
{
    /// <summary>It is no number, or one that nobody has.</summary>
    None,

    /// <summary>With the code of an area.</summary>
    Fixed,

    /// <summary>One that moves about.</summary>
    Mobile,

    /// <summary>050.</summary>
    Internet,

    /// <summary>Free of charge for who calls.</summary>
    Free,

    /// <summary>110, 118, 119.</summary>
    Emergency,

    /// <summary>Three digits, such as 104 or 117.</summary>
    ThreeDigits,

    /// <summary>Costs more than a call: 0990, 0570.</summary>
    Premium,

    /// <summary>Of another country.</summary>
    Foreign,
}
