using Portal.Rules.Passwords.Checks;

namespace Portal.Rules.Passwords;

/// <summary>From the name of a character set to the rule.</summary>
public static class CharacterSets
{
    /// <summary>Every printable ASCII character that is neither letter nor digit nor blank.</summary>
    public const string AsciiSymbols = "!\"#$%&'()*+,-./:;<=>?@[\\]^_`{|}~";

    /// <summary>The rule that allows a set.</summary>
    /// <param name="set">The set.</param>
    /// <param name="listedSymbols">The symbols of
    /// <see cref="CharacterSet.LettersDigitsAndListedSymbols"/>; not used by the others.</param>
    /// <exception cref="ArgumentOutOfRangeException">The set is none of those defined.</exception>
    public static AllowedCharacters Rule(CharacterSet set, string? listedSymbols = null) => set switch
    {
        CharacterSet.LettersAndDigits or CharacterSet.HalfWidthLettersAndDigits => new(null, false),
        CharacterSet.LettersDigitsAndSymbols => new(AsciiSymbols, false),
        CharacterSet.LettersDigitsDotHyphenUnderscore => new(".-_", false),
        CharacterSet.LettersDigitsAndListedSymbols => new(listedSymbols, false),
        CharacterSet.Any => new(null, true),
        _ => throw new ArgumentOutOfRangeException(nameof(set), set, null),
    };
}
