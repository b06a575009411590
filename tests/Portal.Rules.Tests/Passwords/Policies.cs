using Portal.Rules.Passwords;
using Portal.Rules.Passwords.Checks;

namespace Portal.Rules.Tests.Passwords;

/// <summary>
/// The password policies of the reference tenants, the staff realm and the standard profile, as spec/tenants.md and
/// design/defaults.md table them.
/// </summary>
internal static class Policies
{
    public const string SecuritySymbols = "!@#$%^&*?+-=";

    public static readonly PasswordPolicy Control = new(
        [new Length(8, 20), CharacterSets.Rule(CharacterSet.LettersAndDigits), new RequiresLetter(), new RequiresDigit(), new NotCurrent(),
            new NotCommon()], 0, null);

    public static readonly PasswordPolicy OfficePhone = new(
        [new Length(8, 32), CharacterSets.Rule(CharacterSet.LettersDigitsAndSymbols), new RequiresLetter(), new RequiresDigit(),
            new NotCurrent(), new NotCommon()], 0, null);

    public static readonly PasswordPolicy HomePhone = new(
        [new Length(8, 12), CharacterSets.Rule(CharacterSet.HalfWidthLettersAndDigits), new NotDigitsAlone(), new NotCurrent(),
            new NotCommon()], 0, 60);

    public static readonly PasswordPolicy Rental = new(
        [
            new Length(8, 12), CharacterSets.Rule(CharacterSet.LettersDigitsDotHyphenUnderscore), new RequiresUpper(), new RequiresLower(),
                new RequiresDigit(),
            new NotCurrent(), new NotContainingLoginId(), new NotCommon(),
        ],
        0,
        null);

    public static readonly PasswordPolicy Security = new(
        [
            new Length(12, 40), CharacterSets.Rule(CharacterSet.LettersDigitsAndListedSymbols, SecuritySymbols), new RequiresUpper(),
                new RequiresLower(),
            new RequiresDigit(), new RequiresSymbolOf(SecuritySymbols), new NotCurrent(), new NotLoginId(), new NotInHistory(5),
                new NotCommon(),
            new NotDictionaryAlone(), new NotRepeated(), new NotSequential(), new MinimumStrength(3),
        ],
        5,
        null);

    public static readonly PasswordPolicy Standard = new(
        [new Length(15, 128), CharacterSets.Rule(CharacterSet.Any), new NotCurrent(), new NotCommon(), new NotContextWord()], 0, null);

    public static PasswordPolicy Named(string name) => name switch
    {
        nameof(Control) => Control,
        nameof(OfficePhone) => OfficePhone,
        nameof(HomePhone) => HomePhone,
        nameof(Rental) => Rental,
        nameof(Security) => Security,
        nameof(Standard) => Standard,
        _ => throw new ArgumentOutOfRangeException(nameof(name), name, null),
    };
}
