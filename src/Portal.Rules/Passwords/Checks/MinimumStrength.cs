namespace Portal.Rules.Passwords.Checks;

/// <summary>A score of the strength estimator (zxcvbn's scale).</summary>
/// <param name="Score">Lowest score accepted: 0 (everything) to 4.</param>
public sealed record MinimumStrength(int Score) : PasswordRule
{
    /// <inheritdoc/>
    public override PasswordViolation? Check(PasswordFacts facts) =>
        facts.Strength < Score ? new("TooWeak", [Score, facts.Strength]) : null;

    /// <inheritdoc/>
    public override RuleDescription Describe() => new("MinimumStrength", [Score], null);
}
