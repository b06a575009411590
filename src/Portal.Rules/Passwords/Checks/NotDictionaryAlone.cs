namespace Portal.Rules.Passwords.Checks;

/// <summary>Not a dictionary word and nothing else.</summary>
public sealed record NotDictionaryAlone : PasswordRule
{
    /// <inheritdoc/>
    public override PasswordViolation? Check(PasswordFacts facts) => facts.IsDictionaryWord ? new("DictionaryWord", []) : null;

    /// <inheritdoc/>
    public override RuleDescription Describe() => new("NotDictionaryAlone", [], null);
}
