namespace Portal.Rules.Recovery;

/// <summary>The recovery keyword of an operator (OPER-3, TR-20): never enough alone, hashed, entered twice.</summary>
public static class KeywordRules
{
    /// <summary>Fewest characters.</summary>
    public const int MinimumLength = 8;

    /// <summary>Most characters.</summary>
    public const int MaximumLength = 20;

    /// <summary>Checks a keyword to be registered.</summary>
    /// <param name="canonicalKeyword">The text in the form of <c>CanonicalText.Keyword</c>.</param>
    /// <returns>The problem, wrong characters before a wrong length; null = fine.</returns>
    public static KeywordProblem? Check(string canonicalKeyword) => canonicalKeyword switch
    {
        _ when !canonicalKeyword.All(char.IsAsciiLetterOrDigit) => KeywordProblem.NotLettersAndDigits,
        { Length: < MinimumLength } => KeywordProblem.TooShort,
        { Length: > MaximumLength } => KeywordProblem.TooLong,
        _ => null,
    };
}
