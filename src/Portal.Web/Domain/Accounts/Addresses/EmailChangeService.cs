using Microsoft.EntityFrameworkCore;
using Portal.Web.Audit;
using Portal.Web.Data;
using Portal.Web.Data.Entities;
using Portal.Web.Domain.Accounts.Locks;
using Portal.Web.Domain.Accounts.MailedLinks;
using Portal.Web.Tenancy;
using Portal.Web.Tenancy.Profiles;

namespace Portal.Web.Domain.Accounts.Addresses;

public enum EmailChangeOutcome
{
    /// <summary>A link is on its way.</summary>
    Sent,

    /// <summary>It is the address that is registered.</summary>
    Same,

    /// <summary>A colleague on the same login ID has it (EN-13), or somebody else, who is not named (EN-06).</summary>
    Taken,

    /// <summary>Too many addresses in the last hour that somebody else has.</summary>
    TooManyTaken,

    /// <summary>Too many links in the last hour.</summary>
    TooMany,

    /// <summary>Nothing is under way.</summary>
    Nothing,

    /// <summary>The address has been put in place, or back, or confirmed.</summary>
    Done,
}

/// <summary>
/// Changing one's own e-mail address: begin, send again, withdraw (MAIL-1). Until the new address is proven the old one
/// counts.
/// </summary>
public sealed class EmailChangeService(PortalDbContext db, AccountLocks locks, SecurityLinks links, RegisteredAddress address,
    IMailAllowance mails, AuditLog audit, CurrentTenant tenant, TimeProvider clock)
{
    private const int LinksPerHour = 5;
    private static readonly LinkPurpose[] OfChanges = [LinkPurpose.EmailChangeOld, LinkPurpose.EmailChangeNew];
    private static readonly LinkPurpose[] Counted = [.. OfChanges, LinkPurpose.EmailConfirmation];

    /// <summary>Whether this account proves its old address before it names the new one.</summary>
    public bool AsksOldAddress(PortalUser user)
    {
        ArgumentNullException.ThrowIfNull(user);
        return tenant.Value.Profile.EmailChange.Start == EmailChangeProfile.ByOldAddress && !string.IsNullOrEmpty(user.Email);
    }

    /// <summary>The change under way; null where there is none.</summary>
    public Task<EmailChange?> PendingAsync(Guid userId)
    {
        var now = clock.GetUtcNow();
        return db.EmailChanges.Where(row => row.UserId == userId && row.CompletedAt == null && row.CancelledAt == null
                && row.ExpiresAt > now)
            .OrderByDescending(row => row.RequestedAt).FirstOrDefaultAsync();
    }

    /// <param name="email">The new address, fit for mail; null where the old one is asked first.</param>
    public async Task<EmailChangeOutcome> BeginAsync(PortalUser user, string? email)
    {
        ArgumentNullException.ThrowIfNull(user);
        await locks.AllAsync(user);
        if (await RefusalAsync(user, email) is { } refusal)
        {
            return refusal;
        }

        await EndPendingAsync(user);
        var now = clock.GetUtcNow();
        var change = new EmailChange
        {
            Id = Guid.CreateVersion7(),
            UserId = user.Id,
            OldEmail = user.Email ?? "",
            NewEmail = email,
            RequestedAt = now,
            ExpiresAt = now + tenant.Value.LinkLife
        };
        db.EmailChanges.Add(change);
        return await SendAsync(user, change);
    }

    /// <summary>Sends the link of the step that is open once more; the former one dies.</summary>
    public async Task<EmailChangeOutcome> ResendAsync(PortalUser user)
    {
        ArgumentNullException.ThrowIfNull(user);
        await locks.AllAsync(user);
        if (await PendingAsync(user.Id) is not { } change)
        {
            return EmailChangeOutcome.Nothing;
        }

        return await TooManyAsync(user, change.NewEmail ?? change.OldEmail) ? EmailChangeOutcome.TooMany : await SendAsync(user, change);
    }

    /// <summary>
    /// Mails a link that proves the registered address, which nobody has proven yet or from which mail came back
    /// (ML-05).
    /// </summary>
    public async Task<EmailChangeOutcome> CheckAsync(PortalUser user)
    {
        ArgumentNullException.ThrowIfNull(user);
        await locks.AllAsync(user);
        if (!MayBeChecked(user))
        {
            return EmailChangeOutcome.Nothing;
        }

        if (await TooManyAsync(user, user.Email!))
        {
            return EmailChangeOutcome.TooMany;
        }

        await links.IssueAsync(user, LinkPurpose.EmailConfirmation, tenant.Value.LinkLife, user.Email!);
        audit.Record(AuditKinds.EmailCheckRequested, AuditSubject.Of(user));
        return EmailChangeOutcome.Sent;
    }

    /// <summary>There is an address, and it is not known that it is read.</summary>
    public static bool MayBeChecked(PortalUser user)
    {
        ArgumentNullException.ThrowIfNull(user);
        return !string.IsNullOrEmpty(user.Email) && (user.EmailConfirmedAt is null || user.EmailBouncedAt is not null);
    }

    /// <returns>False when nothing was under way.</returns>
    public async Task<bool> CancelAsync(PortalUser user)
    {
        ArgumentNullException.ThrowIfNull(user);
        await locks.AllAsync(user);
        if (!await EndPendingAsync(user))
        {
            return false;
        }

        audit.Record(AuditKinds.EmailChangeCancelled, AuditSubject.Of(user));
        return true;
    }

    /// <summary>
    /// The limit comes first: who gets no more links would else go on asking whose address is registered (EN-06). The
    /// caller holds the account's lock.
    /// </summary>
    internal async Task<EmailChangeOutcome?> RefusalAsync(PortalUser user, string? email)
    {
        if (email is not null && email == user.Email)
        {
            return EmailChangeOutcome.Same;
        }

        if (await TooManyAsync(user, email ?? user.Email!))
        {
            return EmailChangeOutcome.TooMany;
        }

        return (email is null ? AddressUse.Free : await address.AskAsync(user, email)) switch
        {
            AddressUse.Free => null,
            AddressUse.TooManyAnswers => EmailChangeOutcome.TooManyTaken,
            _ => EmailChangeOutcome.Taken,
        };
    }

    /// <summary>
    /// Mails the link of the next step: to the old address while that is asked, otherwise to the new one.
    /// </summary>
    internal async Task<EmailChangeOutcome> SendAsync(PortalUser user, EmailChange change)
    {
        change.ExpiresAt = clock.GetUtcNow() + tenant.Value.LinkLife;
        var (purpose, to) = change.NewEmail is { } email
            ? (LinkPurpose.EmailChangeNew, email)
            : (LinkPurpose.EmailChangeOld, change.OldEmail);
        await links.IssueAsync(user, purpose, tenant.Value.LinkLife, to, change.Id);
        audit.Record(AuditKinds.EmailChangeRequested, AuditSubject.Of(user), details: new { from = change.OldEmail, to = change.NewEmail });
        return EmailChangeOutcome.Sent;
    }

    /// <summary>Mail to addresses that nobody has proven must not become a flood.</summary>
    private async Task<bool> TooManyAsync(PortalUser user, string to)
    {
        var sinceAnHour = clock.GetUtcNow().AddHours(-1);
        return await db.SecurityLinks.CountAsync(row => row.UserId == user.Id && Counted.Contains(row.Purpose)
            && row.CreatedAt > sinceAnHour) >= LinksPerHour
            || !await mails.AllowsAsync(MailCap.AddressLink, user, to);
    }

    private async Task<bool> EndPendingAsync(PortalUser user)
    {
        var now = clock.GetUtcNow();
        await links.EndAllAsync(user.Id, OfChanges);
        return await db.EmailChanges.Where(row => row.UserId == user.Id && row.CompletedAt == null && row.CancelledAt == null
                && row.ExpiresAt > now)
            .ExecuteUpdateAsync(set => set.SetProperty(row => row.CancelledAt, now)) > 0;
    }
}
