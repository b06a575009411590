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

        var strange = facts.Candidate.EnumerateRunes().Where(rune => !Allows(rune)).ToList();
        return strange.Count == 0 ? null
            : strange.Exists(IsWideFormOfAllowed) ? new("FullWidthCharacter", [Symbols])
            : new("CharacterNotAllowed", [Symbols]);
    }

    /// <inheritdoc/>
    public override RuleDescription Describe() => Any ? new("AnyCharacters", [], null)
        : Symbols.Length == 0 ? new("LettersAndDigits", [], "charset:")
        : new("LettersDigitsAndSymbols", [Symbols], "charset:" + Symbols);

    private bool Allows(Rune rune) =>
        rune.IsAscii && (char.IsAsciiLetterOrDigit((char)rune.Value) || Symbols.Contains((char)rune.Value, StringComparison.Ordinal));

    private bool IsWideFormOfAllowed(Rune rune) => rune.Value is >= 0xFF01 and <= 0xFF5E && Allows(new Rune(rune.Value - 0xFEE0));
}
