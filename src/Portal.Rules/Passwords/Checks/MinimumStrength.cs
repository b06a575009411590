namespace Portal.Rules.Passwords.Checks;

/// <summary>A score of the strength estimator (zxcvbn's scale).</summary>
/// <param name="Score">Lowest score accepted: 0 (everything) to 4.</param>
public sealed record MinimumStrength(int Score) : PasswordRule
{
    /// <summary>
    /// Characters below which not even a random text gets the score: the estimator counts ten guesses for each, and
    /// asks for 10^3, 10^6, 10^8 and 10^10 of them.
    /// </summary>
    public int LeastLength => Score switch { <= 0 => 0, 1 => 4, 2 => 7, 3 => 9, _ => 11 };

    /// <inheritdoc/>
    public override PasswordViolation? Check(PasswordFacts facts) =>
        facts.Strength < Score ? new("TooWeak", [Score, facts.Strength]) : null;

    /// <inheritdoc/>
    public override RuleDescription Describe() => new("MinimumStrength", [Score], null);
}
