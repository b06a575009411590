using Portal.Rules.Lockout;
using Portal.Rules.Passwords;
using Portal.Rules.SignIn;
using Portal.Web.Audit;
using Portal.Web.Data;
using Portal.Web.Data.Entities;
using Portal.Web.Domain.Accounts.Attempts;
using Portal.Web.Domain.Accounts.Hashing;
using Portal.Web.Domain.Accounts.SignIn;

namespace Portal.Web.Domain.Accounts.LinkedAdministrators;

/// <summary>
/// Linking begins as signing in does: the same gate, the same evaluation, the same failures on the administrator ID,
/// and the same pace whether it exists or not (LINK-4, CG-19). Only what a right password leads to is another.
/// </summary>
public sealed class LinkPassword(
    UnitOfWork work, SignInGate gate, PasswordEvaluation evaluation, SignInRefusals refusals, RefusalPace pace,
    SignInAttempts attempts, Linking linking, LinkReading reading, LinkRefusals tried, AuditLog audit)
{
    /// <param name="session">Of the manager who links.</param>
    /// <param name="request">The administrator ID and its password.</param>
    public async Task<LinkOutcome> EnterAsync(Session session, SignInRequest request)
    {
        ArgumentNullException.ThrowIfNull(session);
        ArgumentNullException.ThrowIfNull(request);
        long began = 0;
        LinkOutcome linked = new LinkOutcome.TooBusy();
        var outcome = await gate.PassAsync(request, async () =>
        {
            began = pace.Now;
            (var seen, linked) = await work.RunAsync(() => StepsAsync(session, request));
            return seen;
        });
        switch (outcome)
        {
            case SignInOutcome.Throttled throttled:
                return new LinkOutcome.Throttled(throttled.RetryAfter);
            case SignInOutcome.Refused:
                await pace.KeepAsync(began, PasswordLimits.IsTooLong(request.Password) ? 0 : evaluation.Hashes + refusals.Hashes,
                    session.TenantId, evaluation.MetOldHash);
                return linked;
            default:
                return linked;
        }
    }

    private async Task<(SignInOutcome Seen, LinkOutcome Linked)> StepsAsync(Session session, SignInRequest request)
    {
        if (await tried.EnterAsync(session) is { } hindrance)
        {
            return (new SignInOutcome.TooBusy(), hindrance);
        }

        var manager = session.User!;

        // As at sign-in: the attempt is reserved before it is evaluated (LOCK-2).
        using var excepted = PasswordHashing.Except();
        var attempt = await evaluation.EvaluateAsync(request);
        return attempt.Decision switch
        {
            SignInDecision.Refused refused => Refuse(manager, attempt, refused),
            _ when !reading.IsAdministrator(attempt.User!) => RefuseOther(manager, attempt),
            SignInDecision.SecondFactor { Then: null } => (new SignInOutcome.Proven(), Begin(manager, attempt.User!)),
            SignInDecision.Admitted { MustChange: null } => (new SignInOutcome.Proven(), await LinkAsync(manager, attempt)),
            _ => (new SignInOutcome.Proven(), new LinkOutcome.PasswordUnset(attempt.User!.UserName!)),
        };
    }

    private (SignInOutcome, LinkOutcome) Refuse(PortalUser manager, PasswordAttempt attempt, SignInDecision.Refused refused)
    {
        var seen = refusals.Refuse(attempt, refused);
        tried.Record(manager);
        return (seen, new LinkOutcome.Refused());
    }

    /// <summary>A right password of what is no administrator ID says no more than a wrong one.</summary>
    private (SignInOutcome, LinkOutcome) RefuseOther(PortalUser manager, PasswordAttempt attempt)
    {
        tried.Record(manager, attempt.User!.UserName);
        return (new SignInOutcome.Refused(), new LinkOutcome.Refused());
    }

    private LinkOutcome.FactorNeeded Begin(PortalUser manager, PortalUser administrator)
    {
        audit.Record(AuditKinds.SignInPasswordAccepted, AuditSubject.Of(administrator));
        return new LinkOutcome.FactorNeeded(attempts.Start(administrator, null, null, fromKnownBrowser: false, linkingBy: manager.Id));
    }

    private Task<LinkOutcome> LinkAsync(PortalUser manager, PasswordAttempt attempt)
    {
        attempt.State!.Store(LockoutRules.Succeed(attempt.State.ToLockout(), attempt.Source));
        return linking.AddAsync(manager, attempt.User!, factorProven: false);
    }
}
