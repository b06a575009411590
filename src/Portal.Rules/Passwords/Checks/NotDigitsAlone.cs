using System.Text;

namespace Portal.Rules.Passwords.Checks;

/// <summary>Something else than digits too.</summary>
public sealed record NotDigitsAlone : PasswordRule
{
    /// <inheritdoc/>
    public override PasswordViolation? Check(PasswordFacts facts) =>
        facts.Candidate.Length > 0 && facts.Candidate.EnumerateRunes().All(Rune.IsDigit) ? new("DigitsAlone", []) : null;

    /// <inheritdoc/>
    public override RuleDescription Describe() => new("NotDigitsAlone", [], "not-digits-alone");
}
