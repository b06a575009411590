using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Portal.Rules.Approvals;
using Portal.Rules.Delegation;
using Portal.Rules.Mail;
using Portal.Rules.Standing;
using Portal.Web.Data;
using Portal.Web.Data.Entities;
using Portal.Web.Domain.Accounts.Standing;
using Portal.Web.Domain.Approvals;
using Portal.Web.Mail;
using Portal.Web.Tenancy;

namespace Portal.Web.Features.Admin.Approvals.Mails;

/// <summary>
/// Tells those who may decide that something waits, and the one who asked what became of it, in the transaction of what
/// happened (ADMIN-11).
/// </summary>
internal sealed class ApprovalMails(MailQueue queue, TenantCatalog catalog, IServiceProvider services, TimeProvider clock)
    : ITransactionHook
{
    /// <summary>A hundred agents get no hundred mails for one request; administrators come first.</summary>
    private const int MostDeciders = 20;

    private static readonly Dictionary<string, string> Words = new()
    {
        [ApprovalEvents.Asked] = "Asked",
        [ApprovalEvents.Approved] = "Approved",
        [ApprovalEvents.Rejected] = "Rejected",
        [ApprovalEvents.Void] = "Void",
    };

    public async Task BeforeCommitAsync(PortalDbContext db, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(db);
        foreach (var happened in db.RecordedEvents.Where(row => Words.ContainsKey(row.Kind)).ToList())
        {
            await TellAsync(db, happened, cancellationToken);
        }
    }

    private async Task TellAsync(PortalDbContext db, AuditEvent happened, CancellationToken cancellationToken)
    {
        var id = Request(happened);
        var row = await db.ApprovalRequests.AcrossTenants(db.Scope)
            .SingleAsync(each => each.TenantId == happened.TenantId && each.Id == id, cancellationToken);
        var tenant = await catalog.FindAsync(row.TenantId, cancellationToken)
            ?? throw new InvalidOperationException("The tenant does not exist.");
        var mail = new ApprovalMail(Words[happened.Kind], row, tenant.Profile.Name);
        foreach (var to in await ReadersAsync(db, row, tenant, cancellationToken))
        {
            await queue.EnqueueAsync(mail, to, $"approval/{happened.Id:N}/{to.UserId:N}", cancellationToken);
        }
    }

    /// <summary>In the order of their mailboxes: all who have turns take them in one order.</summary>
    private async Task<IReadOnlyList<MailRecipient>> ReadersAsync(PortalDbContext db, ApprovalRequest row, PortalTenant tenant,
        CancellationToken cancellationToken)
    {
        var realm = await catalog.StaffRealmAsync(cancellationToken);
        var staff = db.Users.AcrossTenants(db.Scope).AsNoTracking().Where(user => user.TenantId == realm.Id);
        List<PortalUser> readers = row.DecidedAt is not null
            ? await staff.Where(user => user.Id == row.RequestedById).ToListAsync(cancellationToken)
            : await DecidersAsync(db, staff, row, tenant, realm, cancellationToken);
        return [.. readers.Select(MailRecipient.Of).OfType<MailRecipient>()
            .OrderBy(to => Mailbox.Of(to.Address), StringComparer.Ordinal)];
    }

    private async Task<List<PortalUser>> DecidersAsync(PortalDbContext db, IQueryable<PortalUser> staff, ApprovalRequest row,
        PortalTenant tenant, PortalTenant realm, CancellationToken cancellationToken)
    {
        // Asked for here, as acts have units of work, and those have this hook.
        var act = services.GetServices<IApprovableAct>().Single(each => each.Name == row.Act);
        var people = await staff.Where(AccountStandings.MayBeTold(realm.Zone.DayOf(clock.GetUtcNow())))
            .Where(user => user.Role == AccountRole.SystemAdministrator
                || db.StaffAssignments.Any(each => each.UserId == user.Id && each.TenantId == row.TenantId))
            .ToListAsync(cancellationToken);
        return
        [
            .. people.Where(user => ApprovalRules.Decide(ApprovalRecords.Facts(row), ApprovalRecords.Person(user),
                    act.MayDecide(new StaffActor(user.Id, user.Role, new HashSet<Guid> { row.TenantId }), tenant, row),
                    clock.GetUtcNow())
                == ApprovalVerdict.Allowed)
                .OrderByDescending(user => user.Role).ThenBy(user => user.Id).Take(MostDeciders),
        ];
    }

    private static Guid Request(AuditEvent happened)
    {
        using var details = JsonDocument.Parse(happened.Details!);
        return details.RootElement.GetProperty("request").GetGuid();
    }
}
