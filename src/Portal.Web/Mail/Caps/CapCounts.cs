using Microsoft.EntityFrameworkCore;
using Portal.Web.Data;
using Portal.Web.Data.Entities;

namespace Portal.Web.Mail.Caps;

/// <summary>
/// What went out already, read from the outbox: it is written in the transaction of the act, so that a count can
/// neither be lost nor kept without its mail.
/// </summary>
public sealed class CapCounts(PortalDbContext db, TimeProvider clock)
{
    // No limit of a day is above; whoever has written more has reached it.
    private const int Most = 1000;

    private static readonly MailCap[] ByOthers =
        [MailCap.Invitation, MailCap.ResetLink, MailCap.AddressLink, MailCap.Address, MailCap.Registration];

    /// <summary>When mails of this sort were written to this mailbox in the last day.</summary>
    internal Task<IReadOnlyCollection<DateTimeOffset>> ToMailboxAsync(CappedMail mail)
    {
        var caps = ByOthers.Contains(mail.Cap) ? ByOthers : [mail.Cap];
        var rows = ToMailbox(mail, aDayAgo: true).Where(row => caps.Contains(row.Cap!.Value));
        return TimesAsync(mail.Cap == MailCap.Notice
            ? rows.Where(row => row.Kind == mail.Kind && row.RecipientUserId == mail.To.UserId)
            : rows);
    }

    /// <summary>When mails of this sort were written in the last day because of an account.</summary>
    internal Task<IReadOnlyCollection<DateTimeOffset>> BySenderAsync(CappedMail mail, Guid sender, bool ofStaff)
    {
        var caps = mail.Cap == MailCap.Case ? [mail.Cap]
            : ofStaff ? ByOthers
            : mail.Cap == MailCap.Registration ? [mail.Cap]
            : ByOthers[..^1];
        var since = clock.GetUtcNow().AddDays(-1);
        return TimesAsync(Of(mail).Where(row => row.CausedBy == sender && row.CreatedAt > since && caps.Contains(row.Cap!.Value)));
    }

    /// <summary>How many of the same went to this mailbox about this account since then.</summary>
    internal async Task<int> OfAccountAsync(CappedMail mail, DateTimeOffset since)
    {
        MailCap[] caps = mail.Cap == MailCap.Invitation ? [MailCap.Invitation, MailCap.Registration] : [mail.Cap];
        return (await TimesAsync(ToMailbox(mail, aDayAgo: false).Where(row => row.CreatedAt > since && caps.Contains(row.Cap!.Value)
            && row.RecipientUserId == mail.To.UserId))).Count;
    }

    private IQueryable<OutboxMessage> ToMailbox(CappedMail mail, bool aDayAgo)
    {
        var (mailbox, since) = (mail.Mailbox, clock.GetUtcNow().AddDays(-1));
        var rows = Of(mail).Where(row => row.Mailbox == mailbox);
        return aDayAgo ? rows.Where(row => row.CreatedAt > since) : rows;
    }

    private IQueryable<OutboxMessage> Of(CappedMail mail)
    {
        var tenant = mail.To.TenantId;
        return db.Outbox.AcrossTenants(db.Scope).Where(row => row.TenantId == tenant);
    }

    /// <summary>An act that writes many mails counts its own, too.</summary>
    private async Task<IReadOnlyCollection<DateTimeOffset>> TimesAsync(IQueryable<OutboxMessage> rows)
    {
        if (db.ChangeTracker.Entries<OutboxMessage>().Any(entry => entry.State == EntityState.Added))
        {
            await db.SaveChangesAsync();
        }

        return await rows.Select(row => row.CreatedAt).Take(Most).ToListAsync();
    }
}
