using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Portal.Rules.Passwords;
using Portal.Rules.Text;
using Portal.Web.Data;
using Portal.Web.Data.Entities;
using Portal.Web.Tenancy;

namespace Portal.Web.Accounts;

/// <summary>Gathers what the rules need to know of a new password; every broken rule is named at once (PASS-2).</summary>
public sealed class PasswordJudge(PortalDbContext db, PasswordHashing hashing, PasswordLists lists, CurrentTenant tenant)
{
    /// <summary>The estimator's time grows with length; beyond this it learns nothing more.</summary>
    private const int EstimatedCharacters = 64;

    /// <param name="formerText">The password that was just typed as the current one, in clear; null where nobody typed one.</param>
    /// <param name="formerHash">The hash of a current password that nobody typed, to be different from; null where there is none.</param>
    public async Task<IReadOnlyList<PasswordViolation>> JudgeAsync(PortalUser user, string candidate, string? formerText = null, string? formerHash = null)
    {
        ArgumentNullException.ThrowIfNull(user);
        var policy = tenant.Value.Passwords;
        if (PasswordLimits.IsTooLong(candidate))
        {
            return policy.Check(PasswordFacts.OfUnrelated(Shortened.AtCodePoint(candidate, (PasswordLimits.HardCap + 1) * 2)));
        }

        var password = CanonicalText.Password(candidate);
        return policy.Check(new PasswordFacts(
            password,
            LoginIds(user),
            ContextWords(user),
            MatchesCurrent: Resembles(password, formerText) || Matches(formerHash, password),
            MatchesHistory: await MatchesHistoryAsync(user.Id, policy.HistoryDepth, password),
            lists.IsCommon(password),
            lists.IsWord(password),
            Strength(password)));
    }

    /// <summary>The estimator's score, 0 to 4.</summary>
    public static int Strength(string password) => Zxcvbn.Zxcvbn.MatchPassword(Shortened.AtCodePoint(password, EstimatedCharacters)).Score;

    /// <summary>A temporary password must not come back in other letters: case, width and composition do not make it new (TR-17).</summary>
    private static bool Resembles(string password, string? former) =>
        former is not null && CanonicalText.LoginId(former) == CanonicalText.LoginId(password);

    private bool Matches(string? hash, string password) => hash is not null && hashing.Verify(hash, password) != PasswordVerificationResult.Failed;

    /// <summary>All are compared, also after a hit, so that a refusal takes as long as an acceptance (CG-22).</summary>
    private async Task<bool> MatchesHistoryAsync(Guid userId, int depth, string password)
    {
        if (depth == 0)
        {
            return false;
        }

        var hashes = await db.FormerPasswords.Where(former => former.UserId == userId).OrderByDescending(former => former.ReplacedAt).Take(depth).Select(former => former.Hash).ToListAsync();
        return hashes.ConvertAll(hash => Matches(hash, password)).Contains(true);
    }

    private static List<string> LoginIds(PortalUser user) => [user.UserName!, .. user.Email is { Length: > 0 } email ? new[] { email } : []];

    private List<string> ContextWords(PortalUser user)
    {
        var profile = tenant.Value.Profile;
        return [profile.Slug, profile.Name.Ja, profile.Name.En ?? profile.Name.Ja, "portal", user.UserName!, .. user.Phone.Length > 0 ? new[] { CanonicalText.PhoneNumber(user.Phone) } : [], .. user.Contract is { } contract ? new[] { contract.Number, contract.Service } : []];
    }
}
