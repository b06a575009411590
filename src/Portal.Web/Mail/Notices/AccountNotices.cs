using Microsoft.EntityFrameworkCore;
using Portal.Rules.Delegation;
using Portal.Rules.Text;
using Portal.Web.Audit;
using Portal.Web.Data;
using Portal.Web.Data.Entities;
using Portal.Web.Tenancy;
using Portal.Web.Tenancy.Profiles;

namespace Portal.Web.Mail.Notices;

/// <summary>
/// Turns the events of a transaction into notices just before its commit, so that page, staff, job and command line
/// give the same ones. One event is one notice, as the event's id is the business key (ML-03).
/// </summary>
internal sealed class AccountNotices(NoticeTable table, MailQueue queue, CurrentTenant tenant, TenantCatalog catalog, TimeProvider clock)
    : ITransactionHook
{
    private static readonly string[] Locks = [AuditKinds.Locked, AuditKinds.PasswordVoided, AuditKinds.SignInDisowned];

    private static readonly Dictionary<string, LocalText> NoSites = [];

    public async Task BeforeCommitAsync(PortalDbContext db, CancellationToken cancellationToken)
    {
        foreach (var happened in db.RecordedEvents.Where(row => table.Concerns(row.Kind)).ToList())
        {
            if (await OwnerAsync(db, happened, cancellationToken) is { } user)
            {
                var cause = new NoticeCause(happened, user, [.. db.IssuedLinks.Where(issued => issued.Link.UserId == user.Id)])
                {
                    HasManager = !Locks.Contains(happened.Kind) || await HasManagerAsync(db, user, cancellationToken),
                    ActorRole = await ActorRoleAsync(db, happened, cancellationToken),
                    Sites = happened.Kind == AuditKinds.PermissionsChanged ? await SitesAsync(cancellationToken) : NoSites,
                };
                await EnqueueAsync(cause, cancellationToken);
            }
        }
    }

    private async Task<IReadOnlyDictionary<string, LocalText>> SitesAsync(CancellationToken cancellationToken) =>
        (await catalog.ListAsync(cancellationToken)).ToDictionary(site => site.Slug, site => site.Profile.Name);

    private Task<bool> HasManagerAsync(PortalDbContext db, PortalUser user, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        var today = tenant.OrNull?.Zone.DayOf(now) ?? DateOnly.FromDateTime(now.UtcDateTime);
        return WaysBack.HasManagerAsync(db, user, today, cancellationToken);
    }

    private static async Task<AccountRole?> ActorRoleAsync(PortalDbContext db, AuditEvent happened, CancellationToken cancellationToken) =>
        happened is { ActorKind: ActorKind.User, ActingAsId: null, ActorId: { } id } && id != happened.SubjectId
            ? await db.Users.AcrossTenants(db.Scope).Where(row => row.TenantId == happened.TenantId && row.Id == id)
                .Select(row => (AccountRole?)row.Role).SingleOrDefaultAsync(cancellationToken)
            : null;

    private static async Task<PortalUser?> OwnerAsync(PortalDbContext db, AuditEvent happened, CancellationToken cancellationToken) =>
        happened.Kind == AuditKinds.UserRemoved ? Removed(happened)
        : happened.SubjectId is { } id
            ? await db.Users.AcrossTenants(db.Scope)
                .SingleOrDefaultAsync(user => user.TenantId == happened.TenantId && user.Id == id, cancellationToken)
                ?? (Removed(happened) is { Email.Length: > 0 } gone ? gone : null)
            : null;

    /// <summary>
    /// The account is gone; the event knows where its owner is told, and of which ID: the address may be with others.
    /// </summary>
    private static PortalUser Removed(AuditEvent happened)
    {
        var gone = new PortalUser
        {
            TenantId = happened.TenantId,
            Id = happened.SubjectId ?? Guid.Empty,
            Door = "",
            UserName = happened.SubjectName
        };
        var cause = new NoticeCause(happened, gone);
        (gone.Email, gone.Language, gone.TimeZone) = (cause.Detail("email"), cause.Detail("language"), cause.Detail("timeZone"));
        if (happened.SubjectName?.Split(' ', 2) is [var id, var address] && address == EmailAddress.Readable(gone.Email))
        {
            gone.UserName = id;
        }

        return gone;
    }

    private async Task EnqueueAsync(NoticeCause cause, CancellationToken cancellationToken)
    {
        foreach (var notice in table.For(cause))
        {
            if (notice.Recipient is { } recipient)
            {
                await queue.EnqueueAsync(notice.Mail, recipient, $"notice/{cause.Event.Id:N}{notice.Part}", cancellationToken);
            }
        }
    }
}
