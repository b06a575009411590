using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Portal.Rules.Passwords;
using Portal.Rules.Passwords.Checks;
using Portal.Rules.Text;
using Portal.Web.Data;
using Portal.Web.Data.Entities;
using Portal.Web.Domain.Accounts.Hashing;
using Portal.Web.Tenancy;

namespace Portal.Web.Domain.Accounts.Passwords;

/// <summary>
/// What a new password of one account is judged against; read in a transaction, judged outside of it.
/// </summary>
/// <param name="FormerHash">The hash of a current password that nobody typed, or of one that was taken back, to be
/// different from; null where there is none.</param>
/// <param name="History">Hashes of former passwords, as deep as the policy goes.</param>
public sealed record JudgedAgainst(IReadOnlyList<string> LoginIds, IReadOnlyList<string> ContextWords, string? FormerHash,
    IReadOnlyList<string> History)
{
    /// <summary>Whether a judgement on the one is one on the other.</summary>
    public bool IsSameAs(JudgedAgainst other)
    {
        ArgumentNullException.ThrowIfNull(other);
        return FormerHash == other.FormerHash && LoginIds.SequenceEqual(other.LoginIds) && ContextWords.SequenceEqual(other.ContextWords)
            && History.SequenceEqual(other.History);
    }

    public override string ToString() => nameof(JudgedAgainst);
}

/// <param name="Hash">Null where it does not fit.</param>
public sealed record JudgedPassword(JudgedAgainst Against, IReadOnlyList<PasswordViolation> Violations, string? Hash)
{
    public override string ToString() => nameof(JudgedPassword);
}

/// <summary>
/// Gathers what the rules need to know of a new password; every broken rule is named at once (PASS-2). In two steps,
/// because the second one hashes once for every former password, and nobody may wait behind a row lock for that
/// (RX-05).
/// </summary>
public sealed class PasswordJudge(PortalDbContext db, PasswordHashing hashing, PasswordLists lists, CurrentTenant tenant)
{
    /// <summary>The estimator's time grows with length; beyond this it learns nothing more.</summary>
    private const int EstimatedCharacters = 64;

    /// <param name="user">With its contract.</param>
    /// <param name="formerHash">The hash of a current password that nobody typed.</param>
    public async Task<JudgedAgainst> ReadAsync(PortalUser user, string? formerHash = null)
    {
        ArgumentNullException.ThrowIfNull(user);
        return WithoutFormer(user) with
        {
            FormerHash = user.PasswordHash is null ? await TakenBackAsync(user.Id) : formerHash,
            History = await HistoryAsync(user.Id, tenant.Value.Passwords.HistoryDepth),
        };
    }

    /// <summary>
    /// For a password that somebody else chooses: whether it is one of the owner's, nobody but the owner is told
    /// (CG-23).
    /// </summary>
    /// <param name="user">With its contract.</param>
    public JudgedAgainst WithoutFormer(PortalUser user)
    {
        ArgumentNullException.ThrowIfNull(user);
        return new JudgedAgainst(LoginIds(user), ContextWords(user), null, []);
    }

    /// <param name="formerText">The password that was just typed as the current one, in clear; null where nobody typed
    /// one.</param>
    public IReadOnlyList<PasswordViolation> Judge(JudgedAgainst against, string candidate, string? formerText = null)
    {
        ArgumentNullException.ThrowIfNull(against);
        hashing.MustBeOutside();
        var policy = tenant.Value.Passwords;
        if (PasswordLimits.IsTooLong(candidate))
        {
            return policy.Check(PasswordFacts.OfUnrelated(Shortened.AtCodePoint(candidate, (PasswordLimits.HardCap + 1) * 2)));
        }

        var password = CanonicalText.Password(candidate);
        var meant = policy.Meant(password);
        return policy.Check(new PasswordFacts(
            password,
            against.LoginIds,
            against.ContextWords,
            MatchesCurrent: Resembles(password, formerText) || Matches(against.FormerHash, password),
            MatchesHistory: MatchesHistory(against.History, password),
            lists.IsCommon(meant),
            lists.IsWord(meant),
            Strength(meant)));
    }

    /// <summary>Judges, and hashes what fits.</summary>
    /// <param name="formerText">As for <see cref="Judge"/>.</param>
    public JudgedPassword Prepare(JudgedAgainst against, string candidate, string? formerText = null)
    {
        var violations = Judge(against, candidate, formerText);
        return new JudgedPassword(against, violations, violations.Count == 0 ? hashing.Hash(candidate) : null);
    }

    /// <summary>The estimator's score, 0 to 4.</summary>
    public static int Strength(string password) => Zxcvbn.Zxcvbn.MatchPassword(Shortened.AtCodePoint(password, EstimatedCharacters)).Score;

    /// <summary>
    /// A temporary password must not come back in other letters: case, width and composition do not make it new
    /// (TR-17).
    /// </summary>
    private static bool Resembles(string password, string? former) =>
        former is not null && CanonicalText.LoginId(former) == CanonicalText.LoginId(password);

    private bool Matches(string? hash, string password) =>
        hash is not null && hashing.Verify(hash, password) != PasswordVerificationResult.Failed;

    /// <summary>All are compared, also after a hit, so that a refusal takes as long as an acceptance (CG-22).</summary>
    private bool MatchesHistory(IEnumerable<string> history, string password) =>
        history.Select(hash => Matches(hash, password)).ToList().Contains(true);

    private async Task<IReadOnlyList<string>> HistoryAsync(Guid userId, int depth) => depth == 0
        ? []
        : await db.FormerPasswords.Where(former => former.UserId == userId).OrderByDescending(former => former.ReplacedAt)
            .ThenByDescending(former => former.Id).Take(depth).Select(former => former.Hash).ToListAsync();

    /// <summary>
    /// The password that a temporary one has voided (TEMP-5); null where the history has it, or there was none.
    /// </summary>
    private async Task<string?> TakenBackAsync(Guid userId) => tenant.Value.Passwords.HistoryDepth > 0
        ? null
        : await db.FormerPasswords.Where(former => former.UserId == userId).OrderByDescending(former => former.ReplacedAt)
            .ThenByDescending(former => former.Id).Select(former => former.Hash).FirstOrDefaultAsync();

    private static List<string> LoginIds(PortalUser user) =>
        [user.UserName!, .. user.Email is { Length: > 0 } email ? new[] { email } : []];

    private List<string> ContextWords(PortalUser user)
    {
        var profile = tenant.Value.Profile;
        return [profile.Slug, profile.Name.Ja, profile.Name.En ?? profile.Name.Ja, "portal", user.UserName!,
            .. user.Phone.Length > 0 ? new[] { CanonicalText.PhoneNumber(user.Phone) } : [], .. user.Contract is { } contract
            ? new[] { contract.Number, contract.Service } : []];
    }
}
