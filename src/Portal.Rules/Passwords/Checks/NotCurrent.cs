namespace Portal.Rules.Passwords.Checks;

/// <summary>Not the password that holds now, nor the temporary one (TR-17).</summary>
public sealed record NotCurrent : PasswordRule
{
    /// <inheritdoc/>
    public override PasswordViolation? Check(PasswordFacts facts) => facts.MatchesCurrent ? new("SameAsCurrent", []) : null;

    /// <inheritdoc/>
    public override RuleDescription Describe() => new("NotCurrent", [], null);
}
