namespace Portal.Rules.Passwords.Checks;

/// <summary>Not on the list of common and breached passwords (CG-21; NIST SP 800-63B-4, 3.1.1.2).</summary>
public sealed record NotCommon : PasswordRule
{
    /// <inheritdoc/>
    public override PasswordViolation? Check(PasswordFacts facts) => facts.IsCommon ? new("Common", []) : null;

    /// <inheritdoc/>
    public override RuleDescription Describe() => new("NotCommon", [], null);
}
