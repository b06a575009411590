namespace Portal.Rules.Passwords.Checks;

/// <summary>At least one ASCII capital letter.</summary>
public sealed record RequiresUpper : PasswordRule
{
    /// <inheritdoc/>
    public override string? AttributePart => "required: upper";

    /// <inheritdoc/>
    public override PasswordViolation? Check(PasswordFacts facts) =>
        facts.Candidate.Any(char.IsAsciiLetterUpper) ? null : new("NoUpper", []);

    /// <inheritdoc/>
    public override RuleDescription Describe() => new("RequiresUpper", [], "upper");
}
