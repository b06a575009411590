namespace Portal.Rules.Passwords.Checks;

/// <summary>None of the last passwords (CG-22).</summary>
/// <param name="Depth">How many are remembered; 1 or more.</param>
public sealed record NotInHistory(int Depth) : PasswordRule
{
    /// <inheritdoc/>
    public override PasswordViolation? Check(PasswordFacts facts) => facts.MatchesHistory ? new("UsedBefore", [Depth]) : null;

    /// <inheritdoc/>
    public override RuleDescription Describe() => new("NotInHistory", [Depth], null);
}
