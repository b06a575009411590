namespace Portal.Rules.Passwords.Checks;

/// <summary>Not made of sequences alone: 12345678, 87654321, abc123, QWERTYuiop.</summary>
public sealed record NotSequential : PasswordRule
{
    /// <inheritdoc/>
    public override PasswordViolation? Check(PasswordFacts facts) =>
        Sequences.IsNothingElse(facts.Candidate) ? new("Sequential", []) : null;

    /// <inheritdoc/>
    public override RuleDescription Describe() => new("NotSequential", [], null);
}
