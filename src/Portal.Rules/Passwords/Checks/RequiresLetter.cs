namespace Portal.Rules.Passwords.Checks;

/// <summary>At least one ASCII letter.</summary>
public sealed record RequiresLetter : PasswordRule
{
    /// <inheritdoc/>
    public override string? AttributePart => "required: lower, upper";

    /// <inheritdoc/>
    public override PasswordViolation? Check(PasswordFacts facts) => facts.Candidate.Any(char.IsAsciiLetter) ? null : new("NoLetter", []);

    /// <inheritdoc/>
    public override RuleDescription Describe() => new("RequiresLetter", [], "letter");
}
