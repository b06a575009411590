using Microsoft.EntityFrameworkCore;
using Portal.Web.Data;
using Portal.Web.Data.Entities;
using Portal.Web.Domain.Accounts.Identity;

namespace Portal.Web.Domain.Accounts.MailedLinks;

/// <summary>Mailed links: made, found and used here alone. Everything runs inside the current transaction.</summary>
public sealed class SecurityLinks(PortalDbContext db, TimeProvider clock)
{
    /// <summary>
    /// How long the link works that confirms an address somebody
    /// else entered; until then it counts all the same (MAIL-3).
    /// </summary>
    public static readonly TimeSpan ConfirmationLife = TimeSpan.FromDays(7);

    /// <summary>
    /// Links that went to an address which may be somebody else's by now, or that speak of it (TR-04).
    /// </summary>
    public static readonly LinkPurpose[] BoundToAddress =
        [LinkPurpose.PasswordReset, LinkPurpose.Invitation, LinkPurpose.Registration, LinkPurpose.EmailChangeOld,
            LinkPurpose.EmailChangeNew, LinkPurpose.EmailConfirmation, LinkPurpose.PhonePassword];

    /// <summary>
    /// A new link; the account's older ones of the same purpose die (TR-04). Of those
    /// that undo somebody else's work only those about the same row: or one more
    /// sign-in, or one more change of address, would take the owner's means away.
    /// </summary>
    /// <returns>The row, and the token that only the mail will know.</returns>
    public async Task<(SecurityLink Link, string Token)> IssueAsync(PortalUser user, LinkPurpose purpose, TimeSpan life, string email,
        Guid? aboutId = null)
    {
        ArgumentNullException.ThrowIfNull(user);
        await EndAsync(db.SecurityLinks.Where(link => link.UserId == user.Id && link.Purpose == purpose
            && (!(purpose == LinkPurpose.NotMe || purpose == LinkPurpose.EmailChangeUndo) || link.AboutId == aboutId)));
        return Add(user, purpose, life, email, aboutId);
    }

    /// <summary>A link of an account that is so new that it has no older ones.</summary>
    /// <inheritdoc cref="IssueAsync"/>
    internal (SecurityLink Link, string Token) Add(PortalUser user, LinkPurpose purpose, TimeSpan life, string email, Guid? aboutId = null)
    {
        var now = clock.GetUtcNow();
        var token = Tokens.Create();
        var link = new SecurityLink
        {
            Id = Guid.CreateVersion7(),
            UserId = user.Id,
            Purpose = purpose,
            TokenHash = Tokens.Hash(token),
            SecurityStamp = user.SecurityStamp!,
            Email = email,
            AboutId = aboutId,
            CreatedAt = now,
            ExpiresAt = now + life,
        };
        db.SecurityLinks.Add(link);
        db.IssuedLinks.Add(new IssuedLink(link, token));
        return (link, token);
    }

    /// <summary>
    /// The live link of a token, with its user; null for every other
    /// token, whatever is wrong with it (EN-09). Changes nothing (TR-02).
    /// </summary>
    public async Task<SecurityLink?> FindAsync(string? token, LinkPurpose purpose)
    {
        if (string.IsNullOrEmpty(token))
        {
            return null;
        }

        var hash = Tokens.Hash(token);
        var now = clock.GetUtcNow();
        var link = await db.SecurityLinks.Include(row => row.User!.Contract)
            .SingleOrDefaultAsync(row => row.TokenHash == hash && row.Purpose == purpose && row.UsedAt == null && row.EndedAt == null
                && row.ExpiresAt > now);
        return link is not null && IsOfThisState(link) ? link : null;
    }

    /// <summary>
    /// Whether the account's credentials are those for which the link
    /// was made; asked again by who has waited for a lock (TR-04).
    /// </summary>
    public bool IsOfThisState(SecurityLink link)
    {
        ArgumentNullException.ThrowIfNull(link);
        return SurvivesNewStamp(link.Purpose) || link.SecurityStamp == link.User!.SecurityStamp;
    }

    /// <summary>Uses a link up. False when another request was faster (TR-03).</summary>
    public async Task<bool> UseAsync(SecurityLink link)
    {
        ArgumentNullException.ThrowIfNull(link);
        var now = clock.GetUtcNow();
        return await db.SecurityLinks.Where(row => row.Id == link.Id && row.UsedAt == null && row.EndedAt == null && row.ExpiresAt > now)
            .ExecuteUpdateAsync(set => set.SetProperty(row => row.UsedAt, now)) == 1;
    }

    /// <summary>Ends the living links of an account, of these purposes.</summary>
    public Task<int> EndAllAsync(Guid userId, params IReadOnlyCollection<LinkPurpose> purposes) =>
        EndAsync(db.SecurityLinks.Where(link => link.UserId == userId && purposes.Contains(link.Purpose)));

    /// <summary>
    /// What undoes a hijacker's work must outlive the password that the hijacker set; and the proof that a mailbox is
    /// read has nothing to do with passwords.
    /// </summary>
    private static bool SurvivesNewStamp(LinkPurpose purpose) =>
        purpose is LinkPurpose.NotMe or LinkPurpose.EmailChangeUndo or LinkPurpose.EmailConfirmation;

    private Task<int> EndAsync(IQueryable<SecurityLink> links)
    {
        var now = clock.GetUtcNow();
        return links.Where(link => link.UsedAt == null && link.EndedAt == null)
            .ExecuteUpdateAsync(set => set.SetProperty(link => link.EndedAt, now));
    }
}
