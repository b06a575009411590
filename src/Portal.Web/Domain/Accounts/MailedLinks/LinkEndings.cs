using Portal.Web.Audit;
using Portal.Web.Data;
using Portal.Web.Data.Entities;

namespace Portal.Web.Domain.Accounts.MailedLinks;

/// <summary>
/// Whoever signs in has no need of a reset any more, so a link that lies in some
/// mailbox dies (RESET-1). Works from the event, so that it holds for every door
/// and every factor. What changes the security stamp kills links by itself (TR-04).
/// </summary>
internal sealed class LinkEndings(SecurityLinks links) : ITransactionHook
{
    public async Task BeforeCommitAsync(PortalDbContext db, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(db);
        foreach (var happened in db.RecordedEvents.Where(row => row.Kind == AuditKinds.SignedIn).ToList())
        {
            if (happened.SubjectId is { } userId)
            {
                await links.EndAllAsync(userId, LinkPurpose.PasswordReset, LinkPurpose.Invitation,
                    LinkPurpose.Registration, LinkPurpose.PhonePassword);
            }
        }
    }
}
