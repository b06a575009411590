namespace Portal.Rules.Passwords.Checks;

/// <summary>At least one ASCII small letter.</summary>
public sealed record RequiresLower : PasswordRule
{
    /// <inheritdoc/>
    public override string? AttributePart => "required: lower";

    /// <inheritdoc/>
    public override PasswordViolation? Check(PasswordFacts facts) =>
        facts.Candidate.Any(char.IsAsciiLetterLower) ? null : new("NoLower", []);

    /// <inheritdoc/>
    public override RuleDescription Describe() => new("RequiresLower", [], "lower");
}
