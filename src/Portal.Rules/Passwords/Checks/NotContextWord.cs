using Portal.Rules.Text;

namespace Portal.Rules.Passwords.Checks;

/// <summary>
/// Not a word that everybody here would guess: tenant, product, contract or telephone number (CG-21). The whole
/// password is compared, folded like a login ID.
/// </summary>
public sealed record NotContextWord : PasswordRule
{
    /// <inheritdoc/>
    public override PasswordViolation? Check(PasswordFacts facts)
    {
        var candidate = CanonicalText.LoginId(facts.Candidate);
        return facts.ContextWords.Any(word => CanonicalText.LoginId(word) == candidate) ? new("ContextWord", []) : null;
    }

    /// <inheritdoc/>
    public override RuleDescription Describe() => new("NotContextWord", [], null);
}
