namespace Portal.Rules.Passwords.Checks;

/// <summary>A score of the strength estimator (zxcvbn's scale).</summary>
/// <param name="Score">Lowest score accepted: 0 (everything) to 4.</param>
public sealed record MinimumStrength(int Score) : PasswordRule
{
    /// <summary>
    /// Characters below which the estimator gives the score to no text, as found by asking it about random ones.
    /// </summary>
    public int LeastLength => Score switch { <= 0 => 0, 1 or 2 => 4, 3 => 5, _ => 6 };

    /// <inheritdoc/>
    public override PasswordViolation? Check(PasswordFacts facts) =>
        facts.Strength < Score ? new("TooWeak", [Score, facts.Strength]) : null;

    /// <inheritdoc/>
    public override RuleDescription Describe() => new("MinimumStrength", [Score], null);
}
