using Microsoft.EntityFrameworkCore;
using Portal.Rules.Lockout;
using Portal.Rules.Passwords;
using Portal.Rules.SignIn;
using Portal.Web.Audit;
using Portal.Web.Data;
using Portal.Web.Data.Entities;
using Portal.Web.Domain.Accounts.Attempts;
using Portal.Web.Domain.Accounts.Lockout;
using Portal.Web.Domain.Accounts.Passkeys;
using Portal.Web.Domain.Accounts.Sessions;
using Portal.Web.Domain.Accounts.Standing;
using Portal.Web.Domain.Accounts.Throttling;
using Portal.Web.Tenancy;

namespace Portal.Web.Domain.Accounts.SignIn;

public abstract record PasskeySignInOutcome
{
    private PasskeySignInOutcome()
    {
    }

    public sealed record Admitted(SignInOutcome.Admitted SignIn) : PasskeySignInOutcome;

    /// <summary>No reason on purpose: the page must not know it.</summary>
    /// <param name="Unknown">Only that there is no such passkey, for the
    /// manager that offered it; it tells nothing of an account.</param>
    public sealed record Refused(bool Unknown = false) : PasskeySignInOutcome;

    public sealed record OfAnotherSite : PasskeySignInOutcome;

    public sealed record Throttled(TimeSpan RetryAfter) : PasskeySignInOutcome;
}

/// <summary>
/// Sign-in with a passkey instead of the password. It counts as both factors, and the account's state is asked by the
/// same rules as after a password (CG-20).
/// </summary>
public sealed class PasskeySignIn(
    PortalDbContext db, UnitOfWork work, PasskeyAssertions assertions, AddressThrottle throttle, Admission admission, AuditLog audit,
        CurrentTenant tenant, TimeProvider clock)
{
    private const int OffersPerAddress = 1000;
    private static readonly TimeSpan OfferWindow = TimeSpan.FromMinutes(10);
    private static readonly CeremonyBinding Binding = new(PasskeyPurpose.SignIn);

    /// <summary>Asks for anybody's passkey: nothing in it depends on any account (EN-07).</summary>
    /// <returns>Null when this address has asked for too many.</returns>
    public async Task<CeremonyOffer?> OfferAsync(string browser) =>
        await throttle.CountAsync("passkey", OffersPerAddress, OfferWindow)
            ? await work.RunAsync(() => assertions.OfferAsync(Binding, browser, null))
            : null;

    public async Task<PasskeySignInOutcome> SignInAsync(PasskeyAnswer answer, KnownAccounts knownAccounts)
    {
        ArgumentNullException.ThrowIfNull(answer);
        ArgumentNullException.ThrowIfNull(knownAccounts);
        var entry = await IsKnownAsync(answer, knownAccounts) ? new AddressEntry() : await throttle.EnterAsync();
        if (entry.RetryAfter is { } wait)
        {
            return new PasskeySignInOutcome.Throttled(wait);
        }

        var outcome = await work.RunAsync(() => EvaluateAsync(answer, knownAccounts));
        if (outcome is PasskeySignInOutcome.Admitted)
        {
            await throttle.GiveBackAsync(entry);
        }

        return outcome;
    }

    private async Task<bool> IsKnownAsync(PasskeyAnswer answer, KnownAccounts knownAccounts)
    {
        if (knownAccounts.IsEmpty || answer.Handle is not { UserId: var id })
        {
            return false;
        }

        return knownAccounts.Know(id,
            await work.RunAsync(() => db.Users.Where(user => user.Id == id).Select(user => user.SecurityStamp).SingleOrDefaultAsync()));
    }

    private async Task<PasskeySignInOutcome> EvaluateAsync(PasskeyAnswer answer, KnownAccounts knownAccounts)
    {
        var verdict = await assertions.VerifyAsync(answer, Binding);
        if (verdict is not AssertionVerdict.Holds holds)
        {
            var fails = (AssertionVerdict.Fails)verdict;
            audit.Record(AuditKinds.PasskeyRefused, fails.Subject, fails.Reason, fails.Why is { } why ? new { why } : null);
            return fails.OfAnotherSite ? new PasskeySignInOutcome.OfAnotherSite() : new PasskeySignInOutcome.Refused(fails.Unknown);
        }

        var source = knownAccounts.Know(holds.User.Id, holds.User.SecurityStamp) ? AttemptSource.KnownBrowser : AttemptSource.Stranger;
        switch (SignInRules.Decide(Gather(holds, source)))
        {
            case SignInDecision.Admitted admitted:
                var proof = new Proof(SignInMethod.Passkey, clock.GetUtcNow(), MustEnrol: false);
                return new PasskeySignInOutcome.Admitted(
                    await admission.AdmitAsync(holds.User, holds.State, source, admitted.MustChange, proof));
            case SignInDecision.Refused refused:
                audit.Record(AuditKinds.PasskeyRefused, AuditSubject.Of(holds.User), refused.Reason.ToString());
                return new PasskeySignInOutcome.Refused();
            case var other:
                throw new InvalidOperationException($"No such decision: {other}.");
        }
    }

    /// <summary>A passkey that holds stands where the right password and a second factor would.</summary>
    private SignInFacts Gather(AssertionVerdict.Holds holds, AttemptSource source)
    {
        var user = holds.User;
        var now = clock.GetUtcNow();
        return new SignInFacts(
            AccountExists: true,
            Standing: AccountStandings.Of(user, tenant.Value, now),
            Gate: LockoutRules.Check(LockoutLapse.Apply(holds.State, AuditSubject.Of(user), audit, now), source, now),
            HasPassword: true,
            PasswordMatches: true,
            TemporaryPasswordLives: false,
            TemporaryPasswordMatches: false,
            HadDeadTemporaryPassword: false,
            Age: user is { PasswordHash: not null, PasswordChangedAt: { } changed }
                ? PasswordAge.Evaluate(changed, tenant.Value.Passwords, now)
                : new PasswordAgeState.Fresh(),
            MustChange: user.MustChangePassword,
            SecondFactorRequired: false);
    }
}
