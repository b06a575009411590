using Portal.Rules.Lockout;
using Portal.Rules.Passwords;
using Portal.Rules.SecondFactors;
using Portal.Rules.SignIn;
using Portal.Web.Audit;
using Portal.Web.Data;
using Portal.Web.Data.Entities;
using Portal.Web.Domain.Accounts.Attempts;
using Portal.Web.Domain.Accounts.Hashing;
using Portal.Web.Domain.Accounts.Passwords;
using Portal.Web.Domain.Accounts.Sessions;
using Portal.Web.Tenancy;

namespace Portal.Web.Domain.Accounts.SignIn;

/// <summary>
/// The only place that runs the steps of a sign-in: the gate, the evaluation of the password, and what its outcome
/// stores. Whatever happens, the request costs the same (LOGIN-2). Never cancelled by the client: a guess that was
/// evaluated is counted.
/// </summary>
public sealed class SignInService(
    SignInGate gate,
    PasswordEvaluation evaluation,
    SignInRefusals refusals,
    RefusalPace pace,
    UnitOfWork work,
    PasswordHashing hashing,
    SignInAttempts attempts,
    Admission admission,
    AuditLog audit,
    CurrentTenant tenant)
{
    public async Task<SignInOutcome> SignInAsync(SignInRequest request)
    {
        ArgumentNullException.ThrowIfNull(request);
        long began = 0;
        var outcome = await gate.PassAsync(request, () =>
        {
            began = pace.Now;
            return work.RunAsync(() => StepsAsync(request));
        });
        if (outcome is SignInOutcome.Refused)
        {
            // One that is too long costs no hash: cheap answers must not hurry the others' pace.
            await pace.KeepAsync(began, PasswordLimits.IsTooLong(request.Password) ? 0 : evaluation.Hashes + refusals.Hashes,
                tenant.Value.Id, evaluation.MetOldHash);
        }

        return outcome;
    }

    private async Task<SignInOutcome> StepsAsync(SignInRequest request)
    {
        // The one place that hashes under a lock: the attempt is reserved before it is evaluated (LOCK-2).
        using var excepted = PasswordHashing.Except();
        var attempt = await evaluation.EvaluateAsync(request);
        return attempt.Decision switch
        {
            SignInDecision.Refused refused => refusals.Refuse(attempt, refused),
            SignInDecision.SecondFactor second => AskSecondFactor(attempt, second.Then),
            SignInDecision.Admitted admitted => await AdmitAsync(attempt, admitted.MustChange),
            var other => throw new InvalidOperationException($"No such decision: {other}."),
        };
    }

    /// <summary>The password was right; the counts stay until the second factor was, too (CG-06).</summary>
    private SignInOutcome.SecondFactorNeeded AskSecondFactor(PasswordAttempt attempt, ChangeReason? then)
    {
        Rehash(attempt);
        var token = attempts.Start(attempt.User!, then, attempt.Request.ReturnUrl, attempt.Source == AttemptSource.KnownBrowser);
        audit.Record(AuditKinds.SignInPasswordAccepted, AuditSubject.Of(attempt.User!));
        var available = SecondFactorRules.Available(tenant.Value.Factors, attempt.Factors);
        return new SignInOutcome.SecondFactorNeeded(token, SecondFactorRules.First(available));
    }

    private async Task<SignInOutcome> AdmitAsync(PasswordAttempt attempt, ChangeReason? change)
    {
        if (attempt.Matches.Temporary)
        {
            TemporaryPasswords.Hit(attempt.Temporary!);
        }

        Rehash(attempt);
        return await admission.AdmitAsync(attempt.User!, attempt.State!, attempt.Source, change, ProofOf(attempt));
    }

    private void Rehash(PasswordAttempt attempt)
    {
        if (attempt.Matches.NeedsRehash)
        {
            attempt.User!.PasswordHash = hashing.Hash(attempt.Request.Password);
        }
    }

    private Proof ProofOf(PasswordAttempt attempt)
    {
        var mustEnrol = SecondFactorRules.NeedsEnrolment(tenant.Value.Factors, attempt.Factors);
        if (attempt.TrustedBy is not { } browser || !SecondFactorRules.IsAsked(tenant.Value.Factors, attempt.Factors))
        {
            return new Proof(SignInMethod.Password, null, mustEnrol);
        }

        browser.LastUsedAt = attempt.Now;
        return new Proof(SignInMethod.TrustedBrowser, browser.CreatedAt, mustEnrol);
    }
}
