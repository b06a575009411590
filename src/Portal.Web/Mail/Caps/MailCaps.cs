using Microsoft.Extensions.Options;
using Portal.Rules.Mail;
using Portal.Web.Audit;
using Portal.Web.Data;
using Portal.Web.Data.Entities;
using Portal.Web.Tenancy;

namespace Portal.Web.Mail.Caps;

/// <summary>Why a mail does not go out; names the reason in the audit log.</summary>
internal enum MailLimits
{
    MailPause,
    MailPerRecipient,
    MailPerAccount,
    LockMails,
}

/// <summary>
/// Limits on mail, so that nobody floods a mailbox through the portal, whoever's it is (ML-08). Jobs and the
/// command line invite and register as many as they have to.
/// </summary>
public sealed class MailCaps(CapCounts counts, KeyLock turns, AuditLog audit, AuditActor actor, CurrentTenant tenant,
    IOptions<MailOptions> options, TimeProvider clock) : IMailAllowance
{
    private const string Cases = "cases";

    private MailCapOptions Figures => options.Value.Caps;

    public async Task<bool> AllowsAsync(MailCap cap, PortalUser user, string address, string kind = "")
    {
        ArgumentNullException.ThrowIfNull(user);
        return await AllowsAsync(new CappedMail(cap, MailRecipient.At(user, address), kind));
    }

    internal async Task<bool> AllowsAsync(CappedMail mail)
    {
        if (await ReachedAsync(mail) is not { } limit)
        {
            return true;
        }

        var row = audit.Record(AuditKinds.MailWithheld, new AuditSubject(mail.To.UserId, mail.To.Address, null), limit.ToString(),
            new { mail = mail.Kind.Length > 0 ? mail.Kind : mail.Cap.ToString() });
        row.TenantId = mail.To.TenantId;
        return false;
    }

    /// <summary>The account whose act it is; null for who is not signed in.</summary>
    internal Guid? Sender => actor.Kind is ActorKind.User or ActorKind.Staff ? actor.Id : null;

    private Task<MailLimits?> ReachedAsync(CappedMail mail) => mail.Cap switch
    {
        MailCap.Lock => LocksAsync(mail),
        MailCap.Notice => ByMailboxAsync(mail, Figures.PerRecipient),
        MailCap.Case => AboutCasesAsync(mail),
        MailCap.Recovery => InTurnAsync(mail, "asked", Figures.PerRecipient),
        _ => SentByOthersAsync(mail),
    };

    // Under the account's lock, as its events are.
    private async Task<MailLimits?> LocksAsync(CappedMail mail)
    {
        var now = clock.GetUtcNow();
        var since = tenant.OrNull is { } here && here.Id == mail.To.TenantId ? here.Zone.StartOf(here.Zone.DayOf(now)) : now.AddDays(-1);
        return await counts.OfAccountAsync(mail, since) >= Figures.LocksPerDay ? MailLimits.LockMails : null;
    }

    private async Task<MailLimits?> ByMailboxAsync(CappedMail mail, MailCapFigures figures) =>
        await IsReachedAsync(counts.ToMailboxAsync(mail), figures) ? MailLimits.MailPerRecipient : null;

    /// <summary>The turn in which mails about cases to one mailbox are counted; until the transaction ends.</summary>
    internal Task EnterCasesAsync(MailRecipient to) => EnterAsync(new CappedMail(MailCap.Case, to, ""), Cases);

    private Task EnterAsync(CappedMail mail, string lane) => turns.EnterAsync($"mail/{lane}/{mail.To.TenantId:N}/{mail.Mailbox}");

    private async Task<MailLimits?> InTurnAsync(CappedMail mail, string lane, MailCapFigures figures)
    {
        await EnterAsync(mail, lane);
        return await ByMailboxAsync(mail, figures);
    }

    private async Task<MailLimits?> BySenderAsync(CappedMail mail, Guid sender)
    {
        await turns.EnterAsync($"mail/by/{mail.To.TenantId:N}/{sender:N}");
        var written = counts.BySenderAsync(mail, sender, ofStaff: actor.Kind == ActorKind.Staff);
        return await IsReachedAsync(written, FiguresOf(mail)) ? MailLimits.MailPerAccount : null;
    }

    /// <summary>To answer is what the desk is there for: only customers have a share as senders.</summary>
    private async Task<MailLimits?> AboutCasesAsync(CappedMail mail) =>
        (actor.Kind == ActorKind.User && Sender is { } sender ? await BySenderAsync(mail, sender) : null)
            ?? await InTurnAsync(mail, Cases, Figures.Cases);

    /// <summary>The sender's turn comes before the mailbox's, always, so that no two wait for each other.</summary>
    private async Task<MailLimits?> SentByOthersAsync(CappedMail mail)
    {
        if (actor.Kind is ActorKind.System or ActorKind.CommandLine)
        {
            return null;
        }

        return (Sender is { } sender ? await BySenderAsync(mail, sender) : null)
            ?? await InTurnAsync(mail, "to", Figures.PerRecipient)
            ?? (await IsPausedAsync(mail) ? MailLimits.MailPause : null);
    }

    private MailCapFigures FiguresOf(CappedMail mail) =>
        mail.Cap == MailCap.Case ? Figures.CasesPerAccount
        : actor.Kind == ActorKind.Staff ? Figures.PerStaff
        : mail.Cap == MailCap.Registration ? Figures.Registrations
        : Figures.PerAccount;

    private async Task<bool> IsPausedAsync(CappedMail mail) => mail.Cap is MailCap.Invitation or MailCap.ResetLink
        && await counts.OfAccountAsync(mail, clock.GetUtcNow() - Figures.Pause) > 0;

    private async Task<bool> IsReachedAsync(Task<IReadOnlyCollection<DateTimeOffset>> written, MailCapFigures figures) =>
        figures.Limit.IsReached(await written, clock.GetUtcNow());
}

/// <param name="Kind">Name of the mail; counts for notices.</param>
internal sealed record CappedMail(MailCap Cap, MailRecipient To, string Kind)
{
    public string Mailbox { get; } = Portal.Rules.Mail.Mailbox.Of(To.Address);
}
