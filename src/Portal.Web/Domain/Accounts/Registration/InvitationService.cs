using Portal.Web.Audit;
using Portal.Web.Data;
using Portal.Web.Data.Entities;
using Portal.Web.Domain.Accounts.MailedLinks;
using Portal.Web.Tenancy;

namespace Portal.Web.Domain.Accounts.Registration;

/// <summary>
/// Asks somebody to set its first password (CONT-2, USER-3). The mail follows from the event, in the language of the
/// one who is invited.
/// </summary>
public sealed class InvitationService(SecurityLinks links, IMailAllowance mails, AuditLog audit, CurrentTenant tenant,
    TimeProvider clock)
{
    /// <summary>
    /// Sends an invitation, the first or another one; the former link dies. Runs inside the current transaction.
    /// </summary>
    /// <param name="user">Has an address and has set no password yet.</param>
    /// <param name="reason">Why, where the page asks for it.</param>
    /// <returns>When the link ends; null where the mail may not go out now, and a former link lives on
    /// (ML-08).</returns>
    public async Task<DateTimeOffset?> InviteAsync(PortalUser user, string? reason = null)
    {
        ArgumentNullException.ThrowIfNull(user);
        ArgumentException.ThrowIfNullOrEmpty(user.Email);
        var (first, now) = (user.InvitedAt is null, clock.GetUtcNow());
        user.InvitedAt ??= now;
        if (!await mails.AllowsAsync(first ? MailCap.Registration : MailCap.Invitation, user, user.Email))
        {
            return null;
        }

        user.InvitedAt = now;
        var (link, _) = await links.IssueAsync(user, LinkPurpose.Invitation, tenant.Value.LinkLife, user.Email);
        audit.Record(AuditKinds.InvitationSent, AuditSubject.Of(user), reason, new { until = link.ExpiresAt, first });
        return link.ExpiresAt;
    }
}
