using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Portal.Rules.Lockout;
using Portal.Rules.Passwords;
using Portal.Rules.SecondFactors;
using Portal.Rules.SignIn;
using Portal.Rules.TemporaryPasswords;
using Portal.Rules.Text;
using Portal.Web.Accounts.Factors;
using Portal.Web.Audit;
using Portal.Web.Data;
using Portal.Web.Data.Entities;
using Portal.Web.Tenancy;

namespace Portal.Web.Accounts;

/// <param name="KnownAccounts">Accounts that the browser's signed device cookie knows (LOCK-10).</param>
/// <param name="TrustTokens">What its cookie says of accounts that trust this browser (MFA-2).</param>
public sealed record SignInRequest(
    DoorProfile Door, string Identifier, string? Second, string Password, IReadOnlySet<Guid> KnownAccounts, string? ReturnUrl = null, IReadOnlyCollection<string>? TrustTokens = null);

/// <summary>
/// The only place that runs the steps of a sign-in: find, lock the row, evaluate or spend the same time, gather facts,
/// ask the rules, store, record the true reason. Whatever happens, the request costs the same (LOGIN-2).
/// Never cancelled by the client: a guess that was evaluated is counted.
/// </summary>
public sealed class SignInService(
    PortalDbContext db,
    UnitOfWork work,
    AccountLock accountLock,
    AddressThrottle throttle,
    HashGate gate,
    RefusalPace pace,
    PasswordHashing hashing,
    SignInAttempts attempts,
    AccountFactors factors,
    TrustedBrowsers trusted,
    Admission admission,
    AuditLog audit,
    AuditActor actor,
    CurrentTenant tenant,
    TimeProvider clock)
{
    /// <summary>What an evaluation costs in this tenant, whoever is asked for: a temporary password beside the old one is one more.</summary>
    private int Hashes => tenant.Value.TemporaryPasswords.ByPhone ? 2 : 1;

    private int HashesOfARefusal => Hashes + (tenant.Value.Lockout.RepeatedGuessCountsOnce ? 2 : 0);

    public async Task<SignInOutcome> SignInAsync(SignInRequest request)
    {
        ArgumentNullException.ThrowIfNull(request);
        var key = LoginKeys.For(request.Door, request.Identifier, request.Second);
        var known = await IsKnownAsync(request, key);
        if (!known && await throttle.CheckAsync() is { } refused)
        {
            return refused;
        }

        var (outcome, began) = await InTurnAsync(request, key, known);
        if (outcome is SignInOutcome.Refused)
        {
            // One that is too long costs no hash: cheap answers must not hurry the others' pace.
            await pace.KeepAsync(began, PasswordLimits.IsTooLong(request.Password) ? 0 : HashesOfARefusal);
        }

        return outcome;
    }

    /// <returns>The outcome, and when its turn began.</returns>
    private async Task<(SignInOutcome Outcome, long Began)> InTurnAsync(SignInRequest request, string key, bool known)
    {
        // One queue a login ID, existing or not; waiting here holds no connection.
        using var place = await gate.EnterAsync($"{tenant.Value.Id}/{request.Door.Key}/{key}");
        var began = clock.GetTimestamp();
        if (place is null)
        {
            return (new SignInOutcome.TooBusy(), began);
        }

        var outcome = await work.RunAsync(() => EvaluateAsync(request, key));
        if (outcome is SignInOutcome.Refused && !known)
        {
            await throttle.CountFailureAsync();
        }

        return (outcome, began);
    }

    private async Task<bool> IsKnownAsync(SignInRequest request, string key)
    {
        if (request.KnownAccounts.Count == 0)
        {
            return false;
        }

        var id = await work.RunAsync(() => FindIdAsync(request.Door, key));
        return id is { } found && request.KnownAccounts.Contains(found);
    }

    private Task<Guid?> FindIdAsync(DoorProfile door, string key) =>
        db.Users.Where(user => user.Door == door.Key && user.NormalizedUserName == key).Select(user => (Guid?)user.Id).SingleOrDefaultAsync();

    private async Task<SignInOutcome> EvaluateAsync(SignInRequest request, string key)
    {
        using var excepted = PasswordHashing.Except();
        var id = await FindIdAsync(request.Door, key) ?? Guid.Empty;
        var state = await accountLock.TakeAsync(id);
        var user = await db.Users.Include(row => row.Contract).SingleOrDefaultAsync(row => row.Id == id);
        var temporary = await db.TemporaryPasswords.Where(row => row.UserId == id).OrderByDescending(row => row.EndedAt == null).ThenByDescending(row => row.IssuedAt).FirstOrDefaultAsync();
        var attempt = new Attempt(request, user, state, temporary, request.KnownAccounts.Contains(id) ? AttemptSource.KnownBrowser : AttemptSource.Stranger, clock.GetUtcNow())
        {
            Factors = await factors.ReadAsync(id, user),
            TrustedBy = await trusted.FindAsync(request.TrustTokens ?? [], user),
        };
        if (state is not null)
        {
            LockoutLapse.Apply(state, AuditSubject.Of(user!), audit, attempt.Now);
        }

        var facts = Gather(attempt);
        return SignInRules.Decide(facts) switch
        {
            SignInDecision.Refused refused => Refuse(attempt, refused),
            SignInDecision.SecondFactor second => AskSecondFactor(attempt, second.Then),
            SignInDecision.Admitted admitted => await AdmitAsync(attempt, admitted.MustChange),
            var other => throw new InvalidOperationException($"No such decision: {other}."),
        };
    }

    private SignInFacts Gather(Attempt attempt)
    {
        var user = attempt.User;
        var lockGate = attempt.State is { } row ? LockoutRules.Check(AccountLock.Facts(row), attempt.Source, attempt.Now) : new Gate.Open();
        var live = attempt.Temporary is { EndedAt: null } temporary && TemporaryPasswordRules.IsLive(TemporaryPasswords.Facts(temporary), tenant.Value.TemporaryPasswords, attempt.Now);
        var mayMatch = user is not null && !tenant.Value.Suspended && lockGate is not Gate.Locked;
        attempt.Matches = Evaluate(attempt, ordinary: mayMatch && lockGate is Gate.Open ? user!.PasswordHash : null, temporary: mayMatch && live ? attempt.Temporary!.Hash : null);
        return new SignInFacts(
            AccountExists: user is not null,
            TenantActive: !tenant.Value.Suspended,
            ContractActive: user?.Contract is not { Status: ContractStatus.Suspended },
            Disabled: user?.DisabledAt is not null,
            ValidityEnded: user?.ValidUntil is { } last && AccountDates.Today(attempt.Now, tenant.Value) > last,
            Gate: lockGate,
            HasPassword: user?.PasswordHash is not null,
            PasswordMatches: attempt.Matches.Ordinary,
            TemporaryPasswordLives: live,
            TemporaryPasswordMatches: attempt.Matches.Temporary,
            HadDeadTemporaryPassword: !live && attempt.Temporary is { } dead && TemporaryPasswords.DiedUnused(dead, tenant.Value.TemporaryPasswords, user),
            Age: user?.PasswordChangedAt is { } changed ? PasswordAge.Evaluate(changed, tenant.Value.Passwords, attempt.Now) : new PasswordAgeState.Fresh(),
            MustChange: user?.MustChangePassword ?? false,
            SecondFactorRequired: user is not null && attempt.TrustedBy is null && SecondFactorRules.IsAsked(tenant.Value.Factors, attempt.Factors));
    }

    /// <summary>As many hashes as this tenant's accounts can need, real or dummy, so that none of them can be told by time.</summary>
    private PasswordMatches Evaluate(Attempt attempt, string? ordinary, string? temporary)
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
            return hashing.Verify(hash, typed);
        }

        var byTemporary = Check(temporary, CanonicalText.TemporaryPassword(password));
        var byOrdinary = Check(ordinary, password);
        for (; evaluated < Hashes; evaluated++)
        {
            hashing.SpendTime(password);
        }

        return new PasswordMatches(byOrdinary != PasswordVerificationResult.Failed, byTemporary != PasswordVerificationResult.Failed, byOrdinary == PasswordVerificationResult.SuccessRehashNeeded);
    }

    private SignInOutcome.Refused Refuse(Attempt attempt, SignInDecision.Refused refused)
    {
        var subject = attempt.User is { } user ? AuditSubject.Of(user) : new AuditSubject(null, attempt.Request.Identifier, null);
        audit.Record(AuditKinds.SignInFailed, subject, refused.Reason.ToString(), new { door = attempt.Request.Door.Key, source = attempt.Source.ToString() });
        var counted = refused.CountsAsFailure ? attempt.State : null;
        var repeated = IsRepeatedGuess(attempt, counted);
        if (counted is not null)
        {
            CountFailure(attempt, counted, subject, repeated);
        }

        return new SignInOutcome.Refused();
    }

    private void CountFailure(Attempt attempt, SignInState row, AuditSubject subject, bool repeated)
    {
        if (attempt.Temporary is { EndedAt: null } temporary)
        {
            TemporaryPasswords.Miss(temporary, tenant.Value.TemporaryPasswords, attempt.Now, audit, subject);
        }

        if (!repeated)
        {
            FailureCount.Add(row, tenant.Value.Lockout, attempt.Source, attempt.Now, actor.Address, audit, subject);
        }
    }

    /// <summary>
    /// Policy "a repeated wrong password counts once" (LOCK-6): the hash of the last wrong guess is kept, never the guess. It costs
    /// the same two hashes where nothing is kept, because there is no such account or it is locked (LOGIN-2).
    /// </summary>
    private bool IsRepeatedGuess(Attempt attempt, SignInState? row)
    {
        var password = attempt.Request.Password;
        if (!tenant.Value.Lockout.RepeatedGuessCountsOnce || PasswordLimits.IsTooLong(password))
        {
            return false;
        }

        var repeated = IsLastGuess(row?.LastGuessHash, password);
        var hash = hashing.Hash(password);
        if (row is not null)
        {
            row.LastGuessHash = hash;
        }

        return repeated;
    }

    private bool IsLastGuess(string? last, string password)
    {
        if (last is null)
        {
            hashing.SpendTime(password);
            return false;
        }

        return hashing.Verify(last, password) != PasswordVerificationResult.Failed;
    }

    /// <summary>The password was right; the counts stay until the second factor was, too (CG-06).</summary>
    private SignInOutcome.SecondFactorNeeded AskSecondFactor(Attempt attempt, ChangeReason? then)
    {
        Rehash(attempt);
        var token = attempts.Start(attempt.User!, then, attempt.Request.ReturnUrl, attempt.Source == AttemptSource.KnownBrowser);
        audit.Record(AuditKinds.SignInPasswordAccepted, AuditSubject.Of(attempt.User!));
        return new SignInOutcome.SecondFactorNeeded(token, SecondFactorRules.First(SecondFactorRules.Available(tenant.Value.Factors, attempt.Factors)));
    }

    private async Task<SignInOutcome> AdmitAsync(Attempt attempt, ChangeReason? change)
    {
        if (attempt.Matches.Temporary)
        {
            TemporaryPasswords.Hit(attempt.Temporary!);
        }

        Rehash(attempt);
        return await admission.AdmitAsync(attempt.User!, attempt.State!, attempt.Source, change, ProofOf(attempt));
    }

    private void Rehash(Attempt attempt)
    {
        if (attempt.Matches.NeedsRehash)
        {
            attempt.User!.PasswordHash = hashing.Hash(attempt.Request.Password);
        }
    }

    private Proof ProofOf(Attempt attempt)
    {
        var mustEnrol = SecondFactorRules.NeedsEnrolment(tenant.Value.Factors, attempt.Factors);
        if (attempt.TrustedBy is not { } browser || !SecondFactorRules.IsAsked(tenant.Value.Factors, attempt.Factors))
        {
            return new Proof(SignInMethod.Password, null, mustEnrol);
        }

        browser.LastUsedAt = attempt.Now;
        return new Proof(SignInMethod.TrustedBrowser, browser.CreatedAt, mustEnrol);
    }

    private readonly record struct PasswordMatches(bool Ordinary, bool Temporary, bool NeedsRehash);

    private sealed record Attempt(SignInRequest Request, PortalUser? User, SignInState? State, TemporaryPassword? Temporary, AttemptSource Source, DateTimeOffset Now)
    {
        public PasswordMatches Matches { get; set; }

        public required FactorFacts Factors { get; init; }

        /// <summary>By which row the account trusts this browser.</summary>
        public TrustedBrowser? TrustedBy { get; init; }
    }
}
