namespace Portal.Rules.Recovery;

/// <summary>Why a keyword is not accepted.</summary>
public enum KeywordProblem
{
    /// <summary>Fewer than <see cref="KeywordRules.MinimumLength"/> characters.</summary>
    TooShort,

    /// <summary>More than <see cref="KeywordRules.MaximumLength"/> characters.</summary>
    TooLong,

    /// <summary>Something else than half-width letters and digits.</summary>
    NotLettersAndDigits,
}
