namespace Portal.Rules.Passwords.Checks;

/// <summary>At least one ASCII digit.</summary>
public sealed record RequiresDigit : PasswordRule
{
    /// <inheritdoc/>
    public override string? AttributePart => "required: digit";

    /// <inheritdoc/>
    public override PasswordViolation? Check(PasswordFacts facts) => facts.Candidate.Any(char.IsAsciiDigit) ? null : new("NoDigit", []);

    /// <inheritdoc/>
    public override RuleDescription Describe() => new("RequiresDigit", [], "digit");
}
