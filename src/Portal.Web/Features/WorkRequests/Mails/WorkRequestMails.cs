using Microsoft.EntityFrameworkCore;
using Portal.Rules.Delegation;
using Portal.Rules.Mail;
using Portal.Rules.Standing;
using Portal.Rules.WorkRequests;
using Portal.Web.Data;
using Portal.Web.Data.Entities;
using Portal.Web.Domain.Accounts.Standing;
using Portal.Web.Domain.Cases;
using Portal.Web.Domain.WorkRequests;
using Portal.Web.Features.Shared.WorkRequests;
using Portal.Web.Mail;
using Portal.Web.Tenancy;

namespace Portal.Web.Features.WorkRequests.Mails;

/// <summary>
/// Tells who sent a request that it came, and what becomes of it, in the transaction of what happened (WORK-2, WORK-3).
/// Where that account may not be in, those managers of the contract are told who see the request on its page (CASE-6).
/// Nobody is told that they took a request back themselves, and nobody in place of who sent it.
/// </summary>
internal sealed class WorkRequestMails(MailQueue queue, WorkRequestSights sights, CurrentTenant current, TenantCatalog catalog,
    TimeProvider clock) : ITransactionHook
{
    private static readonly Dictionary<string, string> Words = new()
    {
        [WorkRequestEvents.Submitted] = "Submitted",
        [WorkRequestEvents.Accepted] = "Accepted",
        [WorkRequestEvents.Declined] = "Declined",
        [WorkRequestEvents.Withdrawn] = "Withdrawn",
    };

    public async Task BeforeCommitAsync(PortalDbContext db, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(db);
        foreach (var happened in db.RecordedEvents.Where(row => Words.ContainsKey(row.Kind)).ToList())
        {
            if (WorkRequestNumber.Read(happened.SubjectName) is { } number
                && await db.WorkRequests.AcrossTenants(db.Scope).Include(row => row.Asked).Include(row => row.Case)
                    .SingleOrDefaultAsync(row => row.TenantId == happened.TenantId && row.Number == number, cancellationToken) is { } row)
            {
                await TellAsync(db, happened, row, cancellationToken);
            }
        }
    }

    private async Task TellAsync(PortalDbContext db, AuditEvent happened, WorkRequest row, CancellationToken cancellationToken)
    {
        var mail = new WorkRequestMail(Words[happened.Kind], row, row.Case?.Number)
        {
            Files = row.FileCount > 0 ? await FilesAsync(db, row, cancellationToken) : [],
        };
        foreach (var to in await ReadersAsync(db, row, cancellationToken))
        {
            if (happened.Kind == WorkRequestEvents.Withdrawn && (to.UserId == happened.ActorId || to.UserId != row.AuthorId))
            {
                continue;
            }

            await queue.EnqueueAsync(mail with { IsAuthors = to.UserId == row.AuthorId }, to,
                $"work-request/{happened.Id:N}/{to.UserId:N}", cancellationToken);
        }
    }

    private static Task<List<string>> FilesAsync(PortalDbContext db, WorkRequest row, CancellationToken cancellationToken)
    {
        var owner = WorkAttachments.OwnerOf(row).Reference;
        return db.StoredFiles.AcrossTenants(db.Scope).Where(file => file.TenantId == row.TenantId && file.Owner == owner)
            .OrderBy(file => file.Id).Select(file => file.Name).ToListAsync(cancellationToken);
    }

    /// <summary>In the order of their mailboxes: all who have turns take them in one order.</summary>
    private async Task<IReadOnlyList<MailRecipient>> ReadersAsync(PortalDbContext db, WorkRequest row, CancellationToken cancellationToken)
    {
        // The staff decides from its own realm.
        var tenant = current.OrNull is { } here && here.Id == row.TenantId
            ? here
            : await catalog.FindAsync(row.TenantId, cancellationToken);
        if (tenant is not { Suspended: false })
        {
            return [];
        }

        var mayBeTold = AccountStandings.MayBeTold(tenant.Zone.DayOf(clock.GetUtcNow()));
        var memberships = db.Memberships.AcrossTenants(db.Scope);
        var author = await db.Users.AcrossTenants(db.Scope).Where(user => user.TenantId == row.TenantId && user.Id == row.AuthorId
                && (user.ContractId == row.ContractId || memberships.Any(each => each.TenantId == row.TenantId
                    && each.UserId == user.Id && each.ContractId == row.ContractId && each.Contract!.Status == ContractStatus.Active)))
            .Where(mayBeTold).SingleOrDefaultAsync(cancellationToken);
        var told = author is not null
            ? [author]
            : await SeeingAsync(db, row,
                await db.ManagersAtWorkOf(row.TenantId, row.ContractId).Where(mayBeTold).ToListAsync(cancellationToken), cancellationToken);
        return
        [
            .. told.Select(MailRecipient.Of).OfType<MailRecipient>()
                .OrderBy(to => Mailbox.Of(to.Address), StringComparer.Ordinal),
        ];
    }

    /// <summary>A mail says what the page would, and to nobody else.</summary>
    private async Task<IReadOnlyList<PortalUser>> SeeingAsync(PortalDbContext db, WorkRequest row, IReadOnlyList<PortalUser> managers,
        CancellationToken cancellationToken)
    {
        using var visit = db.Scope.Enter(row.TenantId);
        var visibility = await db.Contracts.Where(contract => contract.Id == row.ContractId).Select(contract => contract.CaseVisibility)
            .SingleAsync(cancellationToken);
        var seeing = new List<PortalUser>();
        foreach (var manager in managers)
        {
            var reader = new CaseReader(manager.Id, row.ContractId, IsManager: true, visibility);
            if (await sights.Of(reader).AnyAsync(each => each.Id == row.Id, cancellationToken))
            {
                seeing.Add(manager);
            }
        }

        return seeing;
    }
}
