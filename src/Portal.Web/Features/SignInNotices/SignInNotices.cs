using Microsoft.EntityFrameworkCore;
using Portal.Rules.Text;
using Portal.Web.Audit;
using Portal.Web.Data;
using Portal.Web.Data.Entities;
using Portal.Web.Domain.Accounts.Attempts;
using Portal.Web.Domain.Accounts.MailedLinks;
using Portal.Web.Http.Cookies;
using Portal.Web.Mail;
using Portal.Web.Tenancy;
using Portal.Web.Tenancy.Profiles;

namespace Portal.Web.Features.SignInNotices;

/// <summary>
/// Tells a user of its own sign-ins, as the tenant says (NOTICE-1). Works from the event of the sign-in, so that every
/// door, every second factor and every passkey is told alike.
/// </summary>
internal sealed class SignInNotices(CurrentTenant tenant, SecurityLinks links, MailQueue mails, DeviceCookie device,
    IHttpContextAccessor accessor) : ITransactionHook
{
    private static readonly TimeSpan LinkLife = TimeSpan.FromDays(7);

    public async Task BeforeCommitAsync(PortalDbContext db, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(db);
        foreach (var happened in db.RecordedEvents.Where(row => row.Kind == AuditKinds.SignedIn).ToList())
        {
            if (await db.Users.SingleOrDefaultAsync(row => row.Id == happened.SubjectId,
                cancellationToken) is { Email: { Length: > 0 } address } user && Concerns(user))
            {
                var (link, token) = await links.IssueAsync(user, LinkPurpose.NotMe, LinkLife, address, happened.Id);
                await mails.EnqueueAsync(new SignInNoticeMail(user, happened.OccurredAt, happened.Address,
                    BrowserName.Of(happened.Browser), token, link.ExpiresAt), user, $"sign-in-notice/{happened.Id:N}", cancellationToken);
            }
        }
    }

    private bool Concerns(PortalUser user) => tenant.OrNull?.Profile.SignInNotice switch
    {
        SignInNotice.Always => true,
        SignInNotice.NewBrowser => accessor.HttpContext is { } context && !device.KnownAccounts(context).Know(user.Id, user.SecurityStamp),
        _ => false,
    };
}
