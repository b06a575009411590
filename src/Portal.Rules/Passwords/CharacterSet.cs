namespace Portal.Rules.Passwords;

/// <summary>
/// The sets of characters a tenant's profile can name. Letters and
/// digits are the half-width ones (ASCII) in all but <see cref="Any"/>.
/// </summary>
public enum CharacterSet
{
    /// <summary>Letters and digits.</summary>
    LettersAndDigits,

    /// <summary>Letters and digits; the screen says "half-width".</summary>
    HalfWidthLettersAndDigits,

    /// <summary>Letters, digits and every ASCII symbol; no blank.</summary>
    LettersDigitsAndSymbols,

    /// <summary>Letters, digits, full stop, hyphen and underscore.</summary>
    LettersDigitsDotHyphenUnderscore,

    /// <summary>Letters, digits and the symbols that the profile lists.</summary>
    LettersDigitsAndListedSymbols,

    /// <summary>Every character of every script, blanks too (NIST SP 800-63B-4, 3.1.1.2).</summary>
    Any,
}
