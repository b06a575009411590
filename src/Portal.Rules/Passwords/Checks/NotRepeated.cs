namespace Portal.Rules.Passwords.Checks;

/// <summary>Not one character over and over.</summary>
public sealed record NotRepeated : PasswordRule
{
    /// <inheritdoc/>
    public override PasswordViolation? Check(PasswordFacts facts)
    {
        var characters = facts.Candidate.EnumerateRunes().ToList();
        return characters.Count > 1 && characters.Distinct().Count() == 1 ? new("Repeated", []) : null;
    }

    /// <inheritdoc/>
    public override RuleDescription Describe() => new("NotRepeated", [], "not-repeated");
}
