using Portal.Rules.Lockout;
using Portal.Rules.SecondFactors;
using Portal.Rules.SignIn;
using Portal.Web.Data.Entities;
using Portal.Web.Domain.Accounts.Attempts;
using Portal.Web.Domain.Accounts.Locks;
using Portal.Web.Domain.Accounts.Sessions;
using Portal.Web.Tenancy;
using Portal.Web.Tenancy.Profiles;

namespace Portal.Web.Domain.Accounts.Factors;

/// <summary>
/// The one place where a second factor is judged, whatever its kind: under the account's row lock, with the state of
/// attempt and account read again, and only by a method that tenant and account have (F8, MF-16).
/// </summary>
public sealed class SecondSteps(
    AccountLocks locks,
    SignInAttempts attempts,
    AccountFactors factors,
    EmailCodes emailCodes,
    AppCodes appCodes,
    RecoveryCodes recoveryCodes,
    CodeFailures failures,
    Admission admission,
    CurrentTenant tenant,
    TimeProvider clock)
{
    private SecondFactorProfile Policy => tenant.Value.Profile.SecondFactor;

    /// <summary>What the attempt's user can go on with; the strongest first.</summary>
    public async Task<IReadOnlyList<FactorMethod>> AvailableAsync(SignInAttempt attempt)
    {
        ArgumentNullException.ThrowIfNull(attempt);
        return SecondFactorRules.Available(tenant.Value.Factors, await factors.ReadAsync(attempt.User!));
    }

    public Task<CodeOutcome> EnterAsync(SignInAttempt attempt, FactorMethod method, string typed)
    {
        ArgumentNullException.ThrowIfNull(attempt);
        return EnterAsync(attempt, method, now => CheckAsync(attempt, method, typed, now));
    }

    /// <param name="check">Judges what was handed in; called when everything else is in order.</param>
    public Task<CodeOutcome> EnterAsync(SignInAttempt attempt, FactorMethod method, Func<DateTimeOffset, Task<CodeCheck>> check)
    {
        ArgumentNullException.ThrowIfNull(attempt);
        ArgumentNullException.ThrowIfNull(check);
        return JudgeAsync(attempt, method, check, (state, facts, now) =>
            AdmitAsync(attempt, state, method, SecondFactorRules.NeedsEnrolment(tenant.Value.Factors, facts), now));
    }

    /// <summary>The same judgement where nobody is to be signed in by it (LINK-4): it ends in Proven.</summary>
    public Task<CodeOutcome> ProveAsync(SignInAttempt attempt, FactorMethod method, string typed)
    {
        ArgumentNullException.ThrowIfNull(attempt);
        return JudgeAsync(attempt, method, now => CheckAsync(attempt, method, typed, now), (state, _, now) =>
        {
            attempt.EndedAt = now;
            state.Store(LockoutRules.Succeed(state.ToLockout(), Source(attempt)));
            return Task.FromResult<CodeOutcome>(new CodeOutcome.Proven());
        });
    }

    private async Task<CodeCheck> CheckAsync(SignInAttempt attempt, FactorMethod method, string typed, DateTimeOffset now) => method switch
    {
        FactorMethod.App => await appCodes.CheckAsync(attempt.UserId, typed, now),
        FactorMethod.EmailCode => emailCodes.Check(attempt, typed, now),
        FactorMethod.RecoveryCode => await recoveryCodes.CheckAsync(attempt.User!, typed, now),
        _ => throw new ArgumentOutOfRangeException(nameof(method)),
    };

    private async Task<CodeOutcome> JudgeAsync(SignInAttempt attempt, FactorMethod method, Func<DateTimeOffset, Task<CodeCheck>> check,
        Func<SignInState, FactorFacts, DateTimeOffset, Task<CodeOutcome>> right)
    {
        var state = await locks.SignInAsync(attempt.UserId);
        var now = clock.GetUtcNow();
        if (state is null || !await attempts.IsStillLiveAsync(attempt, now))
        {
            return new CodeOutcome.Over();
        }

        if (!IsOpen(attempt, state, now) || attempt.CodeTries >= Policy.CodeTries)
        {
            attempt.EndedAt = now;
            return new CodeOutcome.Over();
        }

        var facts = await factors.ReadAsync(attempt.User!);
        if (!SecondFactorRules.Available(tenant.Value.Factors, facts).Contains(method))
        {
            return new CodeOutcome.NotOffered();
        }

        var checkedCode = await check(now);
        return checkedCode.Verdict switch
        {
            CodeVerdict.Right => await right(state, facts, now),
            CodeVerdict.Expired => new CodeOutcome.Expired(),
            CodeVerdict.Unfit => new CodeOutcome.Unfit(),
            CodeVerdict.Superseded => new CodeOutcome.Superseded(),
            _ => await failures.AddAsync(attempt, state, method, checkedCode, now),
        };
    }

    // A void password is no hindrance to who came in with a temporary one.
    private static bool IsOpen(SignInAttempt attempt, SignInState state, DateTimeOffset now) =>
        LockoutRules.Check(state.ToLockout(), Source(attempt), now) switch
        {
            Gate.Open => true,
            Gate.Voided => attempt.ChangeReason == nameof(ChangeReason.TemporaryPassword),
            _ => false,
        };

    private async Task<CodeOutcome> AdmitAsync(SignInAttempt attempt, SignInState state, FactorMethod method, bool mustEnrol,
        DateTimeOffset now)
    {
        attempt.EndedAt = now;
        await failures.ResetTemporaryPasswordAsync(attempt);
        ChangeReason? change = attempt.ChangeReason is { } text ? Enum.Parse<ChangeReason>(text) : null;
        return new CodeOutcome.Right(await admission.AdmitAsync(attempt.User!, state, Source(attempt), change,
            new Proof(Method(method), now, mustEnrol)));
    }

    private static SignInMethod Method(FactorMethod method) => method switch
    {
        FactorMethod.App => SignInMethod.App,
        FactorMethod.EmailCode => SignInMethod.EmailCode,
        FactorMethod.Passkey => SignInMethod.Passkey,
        FactorMethod.RecoveryCode => SignInMethod.RecoveryCode,
        _ => throw new ArgumentOutOfRangeException(nameof(method)),
    };

    private static AttemptSource Source(SignInAttempt attempt) =>
        attempt.FromKnownBrowser ? AttemptSource.KnownBrowser : AttemptSource.Stranger;
}
