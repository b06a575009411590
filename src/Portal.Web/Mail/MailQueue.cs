using Microsoft.EntityFrameworkCore;
using Portal.Rules.Mail;
using Portal.Rules.Text;
using Portal.Web.Data;
using Portal.Web.Data.Entities;
using Portal.Web.Mail.Caps;
using Portal.Web.Outbox;
using Portal.Web.Tenancy;
using Portal.Web.Tenancy.Times;

namespace Portal.Web.Mail;

/// <summary>
/// Puts mails into the outbox, in the transaction of what causes them: either both happen or neither.
/// </summary>
public sealed partial class MailQueue(
    PortalDbContext db,
    CurrentTenant current,
    TenantCatalog catalog,
    TenantLinks links,
    OutboxBodies bodies,
    OutboxSignal signal,
    MailCaps caps,
    WithheldMails withheld,
    TimeProvider clock,
    ILogger<MailQueue> log)
{
    private const int LongestSubject = 400;

    /// <summary>For the account's registered address; does nothing where there is none.</summary>
    /// <param name="businessKey">What this mail is about, unique in the tenant: the same key is one mail, whoever asks
    /// and however often (ML-03).</param>
    public async Task EnqueueAsync(PortalMail mail, PortalUser user, string businessKey, CancellationToken cancellationToken = default)
    {
        if (MailRecipient.Of(user) is { } recipient)
        {
            await EnqueueAsync(mail, recipient, businessKey, cancellationToken);
        }
    }

    /// <inheritdoc cref="EnqueueAsync(PortalMail, PortalUser, string, CancellationToken)"/>
    public Task EnqueueAsync(PortalMail mail, MailRecipient recipient, string businessKey, CancellationToken cancellationToken = default) =>
        EnqueueAsync(mail, recipient, businessKey, () => Task.FromResult(false), cancellationToken);

    /// <param name="isHeld">Asked last, in the mailbox's turn, of what the limits let out: true where another mail will
    /// tell it.</param>
    /// <inheritdoc cref="EnqueueAsync(PortalMail, PortalUser, string, CancellationToken)"/>
    internal async Task EnqueueAsync(PortalMail mail, MailRecipient recipient, string businessKey, Func<Task<bool>> isHeld,
        CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(mail);
        ArgumentNullException.ThrowIfNull(recipient);
        ArgumentException.ThrowIfNullOrEmpty(businessKey);

        // One plain address: "a@x, b@y" would be two recipients (TR-08).
        if (!EmailAddress.IsAcceptable(recipient.Address))
        {
            LogUnfit(mail.Kind);
            return;
        }

        if (await IsKnownAsync(recipient.TenantId, businessKey, cancellationToken))
        {
            return;
        }

        if (mail.Cap is { } cap && !await caps.AllowsAsync(new CappedMail(cap, recipient, mail.Kind)))
        {
            withheld.Add();
            return;
        }

        if (await isHeld())
        {
            return;
        }

        db.Outbox.Add(Row(mail, recipient, businessKey, await TenantAsync(recipient.TenantId, cancellationToken)));
        signal.Owe(OutboxChannel.Mail);
    }

    // Two transactions at once both find nothing; then the unique index lets one commit.
    private async Task<bool> IsKnownAsync(Guid tenantId, string businessKey, CancellationToken cancellationToken) =>
        db.Outbox.Local.Any(row => row.TenantId == tenantId && row.BusinessKey == businessKey)
        || await db.Outbox.AcrossTenants(db.Scope)
            .AnyAsync(row => row.TenantId == tenantId && row.BusinessKey == businessKey, cancellationToken);

    // The catalogue may have to look into the database, on a second connection: only where the tenant is not at hand.
    private async ValueTask<PortalTenant> TenantAsync(Guid id, CancellationToken cancellationToken) =>
        current.OrNull is { } here && here.Id == id
            ? here
            : await catalog.FindAsync(id, cancellationToken)
                ?? throw new InvalidOperationException("The recipient's tenant does not exist.");

    private OutboxMessage Row(PortalMail mail, MailRecipient recipient, string businessKey, PortalTenant tenant)
    {
        var now = clock.GetUtcNow();
        var (profile, language) = (tenant.Profile, recipient.Language ?? tenant.Profile.DefaultLanguage);
        var zone = NamedZone.Of(recipient.TimeZone ?? profile.TimeZone);
        var composed = MailComposer.Compose(mail, new MailContext(tenant, links, language, zone, now));
        var id = Guid.CreateVersion7();
        var host = profile.Mail.SenderAddress[(profile.Mail.SenderAddress.LastIndexOf('@') + 1)..];
        return new OutboxMessage
        {
            TenantId = tenant.Id,
            Id = id,
            Kind = mail.Kind,
            BusinessKey = businessKey,
            MessageId = $"<{id:D}@{host}>",
            Recipient = recipient.Address,
            RecipientUserId = recipient.UserId,
            Cap = mail.Cap,
            Mailbox = mail.Cap is null ? null : Mailbox.Of(recipient.Address),
            CausedBy = mail.Cap is null ? null : caps.Sender,
            Language = language,
            SenderName = OneLine.Of(profile.Mail.SenderName.In(language)),
            SenderAddress = profile.Mail.SenderAddress,
            Subject = Shortened.WithEllipsis(composed.Subject, LongestSubject),
            ProtectedBody = bodies.Protect(tenant.Id, new OutboxBody(composed.Text, composed.Html)
            {
                References = [.. mail.Threads.Select(thread => $"<{thread}@{host}>")],
            }),
            State = OutboxState.Waiting,
            CreatedAt = now,
            NextTryAt = now,
            ValidUntil = mail.ValidUntil,
        };
    }

    [LoggerMessage(1, LogLevel.Warning, "A mail \"{Kind}\" was not queued: its address is none that mail may be sent to.")]
    private partial void LogUnfit(string kind);
}
