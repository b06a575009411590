using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Portal.Rules.Lockout;
using Portal.Rules.Passwords;
using Portal.Rules.SecondFactors;
using Portal.Rules.SignIn;
using Portal.Rules.TemporaryPasswords;
using Portal.Rules.Text;
using Portal.Web.Audit;
using Portal.Web.Data;
using Portal.Web.Data.Entities;
using Portal.Web.Domain.Accounts.Factors;
using Portal.Web.Domain.Accounts.Hashing;
using Portal.Web.Domain.Accounts.Lockout;
using Portal.Web.Domain.Accounts.Locks;
using Portal.Web.Domain.Accounts.Passwords;
using Portal.Web.Domain.Accounts.Sessions;
using Portal.Web.Domain.Accounts.Standing;
using Portal.Web.Tenancy;

namespace Portal.Web.Domain.Accounts.SignIn;

/// <summary>
/// What a typed password comes to: finds the account, locks its row, evaluates or spends the same time, gathers facts
/// and asks the rules. The same statements and the same number of hashes on every path (LOGIN-2).
/// </summary>
public sealed class PasswordEvaluation(
    PortalDbContext db,
    AccountLocks locks,
    PasswordHashing hashing,
    AccountFactors factors,
    TrustedBrowsers trusted,
    AuditLog audit,
    CurrentTenant tenant,
    TimeProvider clock)
{
    /// <summary>Asked in place of an account that is not there, so that asking takes the same time.</summary>
    private static readonly PortalUser Nobody = new() { Door = "" };

    /// <summary>
    /// What an evaluation costs in this tenant, whoever is asked
    /// for: a temporary password beside the old one is one more.
    /// </summary>
    public int Hashes => tenant.Value.TemporaryPasswords.ByPhone ? 2 : 1;

    /// <summary>The last evaluation met the hash of another system, which takes a time of its own.</summary>
    public bool MetOldHash { get; private set; }

    internal async Task<PasswordAttempt> EvaluateAsync(SignInRequest request)
    {
        var attempt = await FindAsync(request);
        if (attempt.State is { } state)
        {
            LockoutLapse.Apply(state, AuditSubject.Of(attempt.User!), audit, attempt.Now);
        }

        attempt.Decision = SignInRules.Decide(Gather(attempt));
        return attempt;
    }

    /// <summary>
    /// Takes the row lock: until the end of the transaction nobody else evaluates a password of this account (CG-02).
    /// </summary>
    private async Task<PasswordAttempt> FindAsync(SignInRequest request)
    {
        var id = await request.Among(db.Users)
            .Select(row => row.Id).SingleOrDefaultAsync();
        var state = await locks.SignInAsync(id);
        var user = await db.Users.Include(row => row.Contract).SingleOrDefaultAsync(row => row.Id == id);
        var temporary = await db.TemporaryPasswords.Where(row => row.UserId == id)
            .OrderByDescending(row => row.EndedAt == null).ThenByDescending(row => row.IssuedAt).FirstOrDefaultAsync();
        var source = request.Known.Know(id, user?.SecurityStamp) ? AttemptSource.KnownBrowser : AttemptSource.Stranger;
        return new PasswordAttempt(request, user, state, temporary, source, clock.GetUtcNow())
        {
            Factors = await factors.ReadAsync(id, user),
            TrustedBy = await trusted.FindAsync(request.TrustTokens ?? [], user),
        };
    }

    private SignInFacts Gather(PasswordAttempt attempt)
    {
        var user = attempt.User;
        var lockGate = attempt.State is { } row ? LockoutRules.Check(row.ToLockout(), attempt.Source, attempt.Now) : new Gate.Open();
        var live = attempt.Temporary is { EndedAt: null } temporary
            && TemporaryPasswordRules.IsLive(TemporaryPasswords.Facts(temporary), tenant.Value.TemporaryPasswords, attempt.Now);
        var mayMatch = user is not null && !tenant.Value.Suspended && lockGate is not Gate.Locked;
        attempt.Matches = Compare(
            attempt,
            ordinary: mayMatch && lockGate is Gate.Open ? user!.PasswordHash : null,
            temporary: mayMatch && live ? attempt.Temporary!.Hash : null);
        return new SignInFacts(
            AccountExists: user is not null,
            Standing: AccountStandings.Of(user ?? Nobody, tenant.Value, attempt.Now),
            Gate: lockGate,
            HasPassword: user?.PasswordHash is not null,
            PasswordMatches: attempt.Matches.Ordinary,
            TemporaryPasswordLives: live,
            TemporaryPasswordMatches: attempt.Matches.Temporary,
            HadDeadTemporaryPassword: !live && attempt.Temporary is { } dead
                && TemporaryPasswords.DiedUnused(dead, tenant.Value.TemporaryPasswords, user),
            Age: user?.PasswordChangedAt is { } changed
                ? PasswordAge.Evaluate(changed, tenant.Value.Passwords, attempt.Now)
                : new PasswordAgeState.Fresh(),
            MustChange: user?.MustChangePassword ?? false,
            SecondFactorRequired: user is not null && attempt.TrustedBy is null
                && SecondFactorRules.IsAsked(tenant.Value.Factors, attempt.Factors));
    }

    /// <summary>
    /// As many hashes as this tenant's accounts can need, real or dummy, so that none of them can be told by time.
    /// </summary>
    private PasswordMatches Compare(PasswordAttempt attempt, string? ordinary, string? temporary)
    {
        var password = attempt.Request.Password;
        if (PasswordLimits.IsTooLong(password))
        {
            return default;
        }

        var evaluated = 0;
        PasswordVerificationResult Check(string? hash, string typed)
        {
            if (hash is null)
            {
                return PasswordVerificationResult.Failed;
            }

            evaluated++;
            MetOldHash |= PasswordHashing.IsOld(hash);
            return hashing.Verify(hash, typed);
        }

        var byTemporary = Check(temporary, CanonicalText.TemporaryPassword(password));
        var byOrdinary = Check(ordinary, password);
        for (; evaluated < Hashes; evaluated++)
        {
            hashing.SpendTime(password);
        }

        return new PasswordMatches(
            byOrdinary != PasswordVerificationResult.Failed,
            byTemporary != PasswordVerificationResult.Failed,
            byOrdinary == PasswordVerificationResult.SuccessRehashNeeded);
    }
}
