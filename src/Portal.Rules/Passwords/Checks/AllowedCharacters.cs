using System.Text;

namespace Portal.Rules.Passwords.Checks;

/// <summary>
/// Which characters a password is made of. Full-width ones are refused with a hint of their own and never converted,
/// because what is typed at sign-in would not be converted either (LOGIN-1).
/// </summary>
/// <param name="ExtraSymbols">Symbols allowed beside the ASCII letters and digits; null = none.</param>
/// <param name="Any">True = every character but control characters,
/// and <paramref name="ExtraSymbols"/> does not matter.</param>
public sealed record AllowedCharacters(string? ExtraSymbols, bool Any) : PasswordRule
{
    /// <summary>Between a full-width form and its half-width one.</summary>
    private const int WidthGap = 0xFEE0;

    private string Symbols => ExtraSymbols ?? "";

    /// <inheritdoc/>
    public override string? AttributePart =>
        Any ? "allowed: unicode" : "allowed: lower, upper, digit" + (Symbols.Length > 0 ? $", {SymbolClass.Of(Symbols)}" : "");

    /// <inheritdoc/>
    public override PasswordViolation? Check(PasswordFacts facts)
    {
        if (Any)
        {
            return facts.Candidate.Any(char.IsControl) ? new("ControlCharacter", []) : null;
        }

        return facts.Candidate.EnumerateRunes().All(Allows) ? null
            : IsTypedWide(facts.Candidate) ? new("FullWidthCharacter", [Symbols])
            : new("CharacterNotAllowed", [Symbols]);
    }

    /// <summary>Whether some of it would be allowed in half width.</summary>
    /// <param name="candidate">The new password.</param>
    internal bool IsTypedWide(string candidate) => !Any && candidate.EnumerateRunes().Any(IsWideFormOfAllowed);

    /// <summary>What was meant: letters, digits and symbols in half width.</summary>
    /// <param name="candidate">The new password.</param>
    internal static string HalfWidth(string candidate) =>
        string.Concat(candidate.Select(sign => IsWide(sign) ? (char)(sign - WidthGap) : sign));

    /// <inheritdoc/>
    public override RuleDescription Describe() => Any ? new("AnyCharacters", [], null)
        : Symbols.Length == 0 ? new("LettersAndDigits", [], "charset:")
        : new("LettersDigitsAndSymbols", [Symbols], "charset:" + Symbols);

    private bool Allows(Rune rune) =>
        rune.IsAscii && (char.IsAsciiLetterOrDigit((char)rune.Value) || Symbols.Contains((char)rune.Value, StringComparison.Ordinal));

    private bool IsWideFormOfAllowed(Rune rune) => IsWide(rune.Value) && Allows(new Rune(rune.Value - WidthGap));

    private static bool IsWide(int sign) => sign is >= 0xFF01 and <= 0xFF5E;
}
