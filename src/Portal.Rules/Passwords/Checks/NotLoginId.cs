using Portal.Rules.Text;

namespace Portal.Rules.Passwords.Checks;

/// <summary>Not one of the account's identifiers, in any spelling.</summary>
public sealed record NotLoginId : PasswordRule
{
    /// <inheritdoc/>
    public override PasswordViolation? Check(PasswordFacts facts)
    {
        var candidate = CanonicalText.LoginId(facts.Candidate);
        return facts.LoginIds.Any(id => CanonicalText.LoginId(id) == candidate) ? new("SameAsLoginId", []) : null;
    }

    /// <inheritdoc/>
    public override RuleDescription Describe() => new("NotLoginId", [], null);
}
