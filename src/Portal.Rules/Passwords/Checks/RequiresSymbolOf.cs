namespace Portal.Rules.Passwords.Checks;

/// <summary>At least one of the listed symbols.</summary>
/// <param name="Symbols">The symbols; one or more.</param>
public sealed record RequiresSymbolOf(string Symbols) : PasswordRule
{
    /// <inheritdoc/>
    public override string? AttributePart => "required: " + SymbolClass.Of(Symbols);

    /// <inheritdoc/>
    public override PasswordViolation? Check(PasswordFacts facts) =>
        facts.Candidate.AsSpan().ContainsAny(Symbols) ? null : new("NoSymbol", [Symbols]);

    /// <inheritdoc/>
    public override RuleDescription Describe() => new("RequiresSymbolOf", [Symbols], "symbol:" + Symbols);
}
