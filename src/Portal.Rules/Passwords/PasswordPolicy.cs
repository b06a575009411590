using System.Globalization;
using Portal.Rules.Passwords.Checks;

namespace Portal.Rules.Passwords;

/// <summary>A tenant's password policy (PASS-1).</summary>
/// <param name="Rules">What a new password must keep, in the order of the checklist.</param>
/// <param name="HistoryDepth">How many earlier passwords are remembered, as hashes; 0 = none.</param>
/// <param name="MaximumAgeDays">Days after which a password must be changed; null = never.</param>
/// <param name="WarningDays">Days before that from which on a banner counts down.</param>
public sealed record PasswordPolicy(IReadOnlyList<PasswordRule> Rules, int HistoryDepth, int? MaximumAgeDays, int WarningDays = 7)
{
    private static readonly Length AnyLength = new(1, PasswordLimits.HardCap);

    /// <summary>Fewest code points; 1 where no rule says more.</summary>
    public int MinimumLength => Lengths.Max(length => length.Minimum);

    /// <summary>Most code points; never above <see cref="PasswordLimits.HardCap"/>.</summary>
    public int MaximumLength => Lengths.Min(length => length.Maximum);

    private IEnumerable<Length> Lengths => Rules.OfType<Length>().DefaultIfEmpty(AnyLength);

    /// <summary>Checks a new password against every rule; a policy without a length still has the hard cap.</summary>
    /// <param name="facts">What is known of it.</param>
    /// <returns>All violations, in the order of the rules; empty = acceptable.</returns>
    public PasswordViolation[] Check(PasswordFacts facts)
    {
        var meant = facts with { Candidate = Meant(facts.Candidate) };
        return [.. AllRules.Select(rule => rule.Check(rule is AllowedCharacters ? facts : meant)).OfType<PasswordViolation>()];
    }

    /// <summary>
    /// What all rules but that of the characters judge. Full width has one cause, which that rule names: the others
    /// would miss letters and digits that were typed.
    /// </summary>
    /// <param name="candidate">The new password.</param>
    public string Meant(string candidate) =>
        Rules.OfType<AllowedCharacters>().Any(rule => rule.IsTypedWide(candidate)) ? AllowedCharacters.HalfWidth(candidate) : candidate;

    /// <summary>
    /// The same for an account that never had a password: there is none that the new one could be compared with.
    /// </summary>
    public PasswordPolicy ForFirst() => this with { Rules = [.. Rules.Where(rule => rule is not (NotCurrent or NotInHistory))] };

    /// <summary>The checklist.</summary>
    public IReadOnlyList<RuleDescription> Describe() => [.. Rules.Select(rule => rule.Describe())];

    /// <summary>
    /// The value of the HTML <c>passwordrules</c> attribute, by which password managers generate fitting passwords
    /// (proposal of WebKit, "Password Rules").
    /// </summary>
    public string PasswordRulesAttribute() =>
        string.Join(' ',
            Rules.Select(rule => rule.AttributePart).OfType<string>()
            .Select(part => string.Create(CultureInfo.InvariantCulture, $"{part};")));

    private IEnumerable<PasswordRule> AllRules => Rules.OfType<Length>().Any() ? Rules : Rules.Prepend(AnyLength);
}
