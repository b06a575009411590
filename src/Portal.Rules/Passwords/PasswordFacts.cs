namespace Portal.Rules.Passwords;

/// <summary>
/// Everything a new password is judged by. The caller looks up what needs a hash, a list or an estimator.
/// </summary>
/// <param name="Candidate">The new password in the form of <c>CanonicalText.Password</c> (NFC).</param>
/// <param name="LoginIds">The account's identifiers: login ID, number, address.</param>
/// <param name="ContextWords">Words that everybody here would guess:
/// tenant, product, contract, telephone number (CG-21).</param>
/// <param name="MatchesCurrent">It is the password that holds
/// now, or the temporary one, in any spelling (TR-17).</param>
/// <param name="MatchesHistory">It is one of the earlier passwords that the policy remembers.</param>
/// <param name="IsCommon">It is on the list of common or breached passwords.</param>
/// <param name="IsDictionaryWord">It is a dictionary word and nothing else.</param>
/// <param name="Strength">The estimator's score: 0 (guessed at once) to 4.</param>
public sealed record PasswordFacts(
    string Candidate,
    IReadOnlyList<string> LoginIds,
    IReadOnlyList<string> ContextWords,
    bool MatchesCurrent,
    bool MatchesHistory,
    bool IsCommon,
    bool IsDictionaryWord,
    int Strength)
{
    /// <summary>The estimator's best score.</summary>
    public const int BestStrength = 4;

    /// <summary>Facts of a text that resembles nothing known: for random passwords.</summary>
    /// <param name="candidate">The text.</param>
    public static PasswordFacts OfUnrelated(string candidate) => new(candidate, [], [], false, false, false, false, BestStrength);
}
