using Portal.Rules.Text;

namespace Portal.Rules.Passwords.Checks;

/// <summary>
/// None of the account's identifiers within, in any spelling. Of identifiers under <see cref="ShortestSought"/>
/// characters only the identical password is refused: an ID "a" would forbid every a.
/// </summary>
public sealed record NotContainingLoginId : PasswordRule
{
    /// <summary>Fewest characters of an identifier that is looked for inside a password.</summary>
    public const int ShortestSought = 3;

    /// <inheritdoc/>
    public override PasswordViolation? Check(PasswordFacts facts)
    {
        var candidate = CanonicalText.LoginId(facts.Candidate);
        return facts.LoginIds.Select(CanonicalText.LoginId).Any(id => Holds(candidate, id)) ? new("ContainsLoginId", []) : null;
    }

    /// <inheritdoc/>
    public override RuleDescription Describe() => new("NotContainingLoginId", [], null);

    private static bool Holds(string candidate, string id) =>
        id.Length >= ShortestSought ? candidate.Contains(id, StringComparison.Ordinal) : id.Length > 0 && candidate == id;
}
