using Microsoft.EntityFrameworkCore;
using Portal.Rules.Recovery;
using Portal.Rules.Text;
using Portal.Web.Audit;
using Portal.Web.Data;
using Portal.Web.Data.Entities;
using Portal.Web.Domain.Accounts.Identity;
using Portal.Web.Domain.Accounts.MailedLinks;
using Portal.Web.Tenancy;
using Portal.Web.Tenancy.Profiles;

namespace Portal.Web.Domain.Accounts.Recovery;

/// <summary>What came of a reset that somebody starts for somebody else.</summary>
public enum ResetStart
{
    Sent,

    /// <summary>The account may not sign in at all, or has no address.</summary>
    Impossible,

    /// <summary>The mail may not go out now; a former link lives on (ML-08).</summary>
    TooManyMails,
}

public abstract record ResetOutcome
{
    private ResetOutcome()
    {
    }

    /// <summary>Nobody is told.</summary>
    public sealed record Refused : ResetOutcome;

    /// <summary>Refused, and the owner is told when it goes on (RESET-2).</summary>
    /// <param name="TooManyMismatches">Otherwise a reset was completed not long ago.</param>
    public sealed record Later(PortalUser User, DateTimeOffset Until, bool TooManyMismatches) : ResetOutcome;

    /// <param name="Token">For the mail; nothing else may keep it.</param>
    public sealed record Sent(PortalUser User, string Token, DateTimeOffset ExpiresAt) : ResetOutcome
    {
        /// <summary>Keeps the token out of logs (AU-05).</summary>
        public override string ToString() => nameof(Sent);
    }
}

/// <summary>
/// Reset links: matching, counting and issuing, by the worker and long after the answer (RESET-1, RESET-2).
/// </summary>
public sealed class ResetService(PortalDbContext db, RecoveryLedger ledger, SecurityLinks links, IMailAllowance mails, TypedIds typed,
    AuditLog audit, CurrentTenant tenant, TimeProvider clock)
{
    /// <summary>
    /// Decides one request. The caller holds its row lock and mails what comes of it, to the registered address alone
    /// (TR-08, TR-09).
    /// </summary>
    public async Task<ResetOutcome> HandleAsync(RecoveryForm form)
    {
        ArgumentNullException.ThrowIfNull(form);
        if (tenant.Value.ResetDoors.FirstOrDefault(served => form.Door is null || served.Key == form.Door) is not { } door)
        {
            return new ResetOutcome.Refused();
        }

        var key = LoginKeys.For(door, form.LoginId, form.Email);
        var user = await db.Users.Include(row => row.Contract)
            .SingleOrDefaultAsync(row => row.Door == door.Key && row.NormalizedUserName == key);
        if (user is null)
        {
            audit.Record(AuditKinds.RecoveryRefused, typed.Subject(door, form.LoginId), "UnknownLoginId");
            return new ResetOutcome.Refused();
        }

        var row = await ledger.LockAsync(user.Id);
        return Hindrance(user) is { } hindrance ? Refuse(user, hindrance) : await DecideAsync(user, row, Matches(door, user, form));
    }

    /// <summary>
    /// Starts a reset for somebody else, who vouches for nothing but the wish: the link goes to the registered address
    /// alone, by the notice of the event. What slows strangers down does not count here; what limits mail does.
    /// </summary>
    /// <param name="user">With its contract.</param>
    /// <param name="reason">Why, where the page asks for it.</param>
    public async Task<ResetStart> StartAsync(PortalUser user, string? reason = null)
    {
        ArgumentNullException.ThrowIfNull(user);
        if (!tenant.Value.HasReset(user.Door) || Hindrance(user) is not null)
        {
            return ResetStart.Impossible;
        }

        if (!await mails.AllowsAsync(MailCap.ResetLink, user, user.Email!))
        {
            return ResetStart.TooManyMails;
        }

        await SendAsync(user, reason);
        return ResetStart.Sent;
    }

    private string? Hindrance(PortalUser user) => string.IsNullOrEmpty(user.Email) ? "NoAddress" : ledger.Hindrance(user);

    /// <summary>An ID that is an address, or a pair with one, has matched by being found.</summary>
    private static bool Matches(DoorProfile door, PortalUser user, RecoveryForm form) =>
        !AsksAddressApart(door) || user.NormalizedEmail == CanonicalText.Email(form.Email);

    /// <summary>Whether the address is a second step, because nothing of the ID says it (RESET-1).</summary>
    public static bool AsksAddressApart(DoorProfile door)
    {
        ArgumentNullException.ThrowIfNull(door);
        return door is { Second: null, Identifier.Kind: not IdentifierKind.Email };
    }

    private async Task<ResetOutcome> DecideAsync(PortalUser user, RecoveryRow row, bool matches)
    {
        var (now, policy) = (clock.GetUtcNow(), tenant.Value.Recovery);
        var state = new RecoveryState(row.Mismatches, row.BlockedUntil);
        if (RecoveryRules.IsBlocked(state, now))
        {
            return Refuse(user, "Blocked");
        }

        if (!matches)
        {
            (row.Mismatches, row.BlockedUntil) = RecoveryRules.Mismatch(state, policy, now);
            Refuse(user, "Mismatch");
            return row.BlockedUntil is { } until
                ? new ResetOutcome.Later(user, until, TooManyMismatches: true)
                : new ResetOutcome.Refused();
        }

        (row.Mismatches, row.BlockedUntil) = RecoveryRules.Match(state);
        if (!await ledger.CountRequestAsync(row, user))
        {
            return Refuse(user, "TooManyRequests");
        }

        if (RecoveryRules.IsPaused(policy, row.LastResetAt, now))
        {
            Refuse(user, "PauseAfterReset");
            return new ResetOutcome.Later(user, row.LastResetAt!.Value + policy.PauseAfterReset, TooManyMismatches: false);
        }

        return await SendAsync(user);
    }

    private async Task<ResetOutcome> SendAsync(PortalUser user, string? reason = null)
    {
        var (link, token) = await links.IssueAsync(user, LinkPurpose.PasswordReset, tenant.Value.LinkLife, user.Email!);
        audit.Record(AuditKinds.ResetLinkSent, AuditSubject.Of(user), reason, new { until = link.ExpiresAt });
        return new ResetOutcome.Sent(user, token, link.ExpiresAt);
    }

    private ResetOutcome.Refused Refuse(PortalUser user, string reason)
    {
        audit.Record(AuditKinds.RecoveryRefused, AuditSubject.Of(user), reason);
        return new ResetOutcome.Refused();
    }
}
