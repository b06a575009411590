using Microsoft.EntityFrameworkCore;
using Portal.Web.Audit;
using Portal.Web.Data;
using Portal.Web.Data.Entities;
using Portal.Web.Domain.Accounts.Credentials;
using Portal.Web.Domain.Accounts.Locks;
using Portal.Web.Domain.Accounts.MailedLinks;
using Portal.Web.Domain.Accounts.Recovery;

namespace Portal.Web.Domain.Accounts.Addresses;

/// <param name="Change">Null for the confirmation of an address that somebody else entered.</param>
public sealed record MailedEmailChange(SecurityLink Link, EmailChange? Change)
{
    public PortalUser User => Link.User!;
}

/// <summary>What the mailed links of a change of address do (MAIL-1, MAIL-3). Looking at one changes nothing.</summary>
public sealed class EmailChangeLinks(
    PortalDbContext db,
    AccountLocks locks,
    SecurityLinks links,
    RegisteredAddress address,
    EmailChangeService changes,
    RecoveryLedger ledger,
    CredentialChange credentials,
    AuditLog audit,
    TimeProvider clock)
{
    private static readonly TimeSpan UndoLife = TimeSpan.FromHours(24);

    /// <summary>What a living link is about; null for every other one (EN-09).</summary>
    public async Task<MailedEmailChange?> FindAsync(LinkPurpose purpose, string? token)
    {
        if (await links.FindAsync(token, purpose) is not { } link || ledger.Hindrance(link.User!) is not null)
        {
            return null;
        }

        if (purpose == LinkPurpose.EmailConfirmation)
        {
            return link.User!.Email == link.Email ? new(link, null) : null;
        }

        var change = await db.EmailChanges.SingleOrDefaultAsync(row => row.Id == link.AboutId);
        return change is { CancelledAt: null, UndoneAt: null } && change.CompletedAt is not null == (purpose == LinkPurpose.EmailChangeUndo)
            ? new(link, change)
            : null;
    }

    /// <summary>From the mail to the old address: the new one is named, and proven next.</summary>
    public async Task<EmailChangeOutcome> NameAsync(MailedEmailChange found, string email)
    {
        ArgumentNullException.ThrowIfNull(found);
        if (!await HoldsAsync(found))
        {
            return EmailChangeOutcome.Nothing;
        }

        if (await changes.RefusalAsync(found.User, email) is { } refusal)
        {
            return refusal;
        }

        if (!await links.UseAsync(found.Link))
        {
            return EmailChangeOutcome.Nothing;
        }

        (found.Change!.NewEmail, found.Change.OldProvenAt) = (email, clock.GetUtcNow());
        found.User.ProveEmail(clock.GetUtcNow());
        return await changes.SendAsync(found.User, found.Change);
    }

    /// <summary>
    /// From the mail to the new address: it counts from now on; the old one is told, and can undo it for a day.
    /// </summary>
    public async Task<EmailChangeOutcome> ConfirmAsync(MailedEmailChange found)
    {
        ArgumentNullException.ThrowIfNull(found);
        var (user, change, now) = (found.User, found.Change!, clock.GetUtcNow());
        if (!await HoldsAsync(found))
        {
            return EmailChangeOutcome.Nothing;
        }

        if (await address.IsTakenAsync(user, change.NewEmail!))
        {
            return EmailChangeOutcome.Taken;
        }

        if (!await links.UseAsync(found.Link))
        {
            return EmailChangeOutcome.Nothing;
        }

        await address.RegisterAsync(user, change.NewEmail, now);
        change.CompletedAt = now;
        if (change.OldEmail.Length > 0)
        {
            await links.IssueAsync(user, LinkPurpose.EmailChangeUndo, UndoLife, change.OldEmail, change.Id);
        }

        audit.Record(AuditKinds.EmailChanged, AuditSubject.Of(user), details: new { from = change.OldEmail, to = change.NewEmail });
        return EmailChangeOutcome.Done;
    }

    /// <summary>From the mail to the old address: it counts again, and whoever is signed in is out.</summary>
    public async Task<EmailChangeOutcome> UndoAsync(MailedEmailChange found)
    {
        ArgumentNullException.ThrowIfNull(found);
        var (user, change, now) = (found.User, found.Change!, clock.GetUtcNow());
        if (!await HoldsAsync(found))
        {
            return EmailChangeOutcome.Nothing;
        }

        if (await address.IsTakenAsync(user, change.OldEmail))
        {
            return EmailChangeOutcome.Taken;
        }

        if (!await links.UseAsync(found.Link))
        {
            return EmailChangeOutcome.Nothing;
        }

        var former = user.Email;
        await address.RegisterAsync(user, change.OldEmail, now);
        change.UndoneAt = now;
        await EndLaterUndoingAsync(found.Link, now);
        await credentials.ApplyAsync(user, CredentialReason.AddressUndone);
        audit.Record(AuditKinds.EmailChangeUndone, AuditSubject.Of(user), details: new { from = former, to = change.OldEmail });
        return EmailChangeOutcome.Done;
    }

    /// <summary>To an address that somebody else entered: its reader confirms it.</summary>
    public async Task<EmailChangeOutcome> ProveAsync(MailedEmailChange found)
    {
        ArgumentNullException.ThrowIfNull(found);
        if (!await HoldsAsync(found) || found.User.Email != found.Link.Email || !await links.UseAsync(found.Link))
        {
            return EmailChangeOutcome.Nothing;
        }

        found.User.ProveEmail(clock.GetUtcNow());
        audit.Record(AuditKinds.EmailConfirmed, AuditSubject.Of(found.User));
        return EmailChangeOutcome.Done;
    }

    /// <summary>
    /// Takes the account's lock and asks again what was asked when the link was found: it waited, and meanwhile the
    /// password may have been changed, the account disabled, the change withdrawn (TR-04).
    /// </summary>
    private async Task<bool> HoldsAsync(MailedEmailChange found)
    {
        await locks.AllAsync(found.User);
        if (found.Change is { } change)
        {
            await db.Entry(change).ReloadAsync();
        }

        if (found.User.Contract is { } contract)
        {
            await db.Entry(contract).ReloadAsync();
        }

        return links.IsOfThisState(found.Link) && ledger.Hindrance(found.User) is null && found.Change is null
            or { CancelledAt: null, UndoneAt: null };
    }

    /// <summary>
    /// Who changed the address twice holds the link that undoes the second change; it must not undo the owner's
    /// undoing.
    /// </summary>
    private Task<int> EndLaterUndoingAsync(SecurityLink link, DateTimeOffset now) =>
        db.SecurityLinks.Where(row => row.UserId == link.UserId && row.Purpose == LinkPurpose.EmailChangeUndo && row.Id != link.Id
                && row.CreatedAt >= link.CreatedAt && row.UsedAt == null && row.EndedAt == null)
            .ExecuteUpdateAsync(set => set.SetProperty(row => row.EndedAt, now));
}
