using Microsoft.EntityFrameworkCore;
using Portal.Rules.Delegation;
using Portal.Rules.Mail;
using Portal.Web.Audit;
using Portal.Web.Data;
using Portal.Web.Data.Entities;
using Portal.Web.Domain.Contracts;
using Portal.Web.Mail;
using Portal.Web.Tenancy;

namespace Portal.Web.Features.Admin.Contracts.Mails;

/// <summary>
/// Tells a contract's managers, in the transaction in which it was suspended or resumed, or its numbers changed; where
/// it has none, everybody of it. The staff does this rarely: no limit keeps these mails back.
/// </summary>
internal sealed class ContractMails(MailQueue queue, CurrentTenant current, TenantCatalog catalog, TimeProvider clock) : ITransactionHook
{
    public async Task BeforeCommitAsync(PortalDbContext db, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(db);
        foreach (var happened in db.RecordedEvents
            .Where(row => row.Kind is AuditKinds.ContractSuspended or AuditKinds.ContractResumed or ContractEvents.NumbersAdded
                or ContractEvents.NumbersRemoved).ToList())
        {
            var (people, areManagers) = await PeopleAsync(db, happened, cancellationToken);
            var mail = MailOf(happened, areManagers);

            // In the order of their mailboxes: all who have turns take them in one order.
            foreach (var to in people.Select(MailRecipient.Of).OfType<MailRecipient>()
                .OrderBy(to => Mailbox.Of(to.Address), StringComparer.Ordinal))
            {
                await queue.EnqueueAsync(mail, to, $"contract/{happened.Id:N}/{to.UserId:N}", cancellationToken);
            }
        }
    }

    private static PortalMail MailOf(AuditEvent happened, bool toManagers) =>
        happened.Kind is ContractEvents.NumbersAdded or ContractEvents.NumbersRemoved
            ? new ContractNumbersMail(happened.SubjectName!, happened.OccurredAt, happened.Kind == ContractEvents.NumbersAdded, toManagers)
            : new ContractSwitchedMail(happened.SubjectName!, happened.OccurredAt, happened.Kind == AuditKinds.ContractSuspended,
                toManagers);

    /// <summary>The managers alone, or all where there is none.</summary>
    private async Task<(List<PortalUser> People, bool AreManagers)> PeopleAsync(PortalDbContext db, AuditEvent happened,
        CancellationToken cancellationToken)
    {
        // The staff acts from its own realm.
        var tenant = current.OrNull is { } here && here.Id == happened.TenantId
            ? here
            : await catalog.FindAsync(happened.TenantId, cancellationToken);
        if (tenant is not { Suspended: false })
        {
            return ([], false);
        }

        // Not by standing: a suspended contract leaves nobody in good standing.
        var today = tenant.Zone.DayOf(clock.GetUtcNow());
        var managers = await WhoMayBeInAsync(db.ManagersOf(happened.TenantId, happened.ContractId));
        return managers.Count > 0
            ? (managers, true)
            : (await WhoMayBeInAsync(db.Users.AcrossTenants(db.Scope)
                .Where(user => user.TenantId == happened.TenantId && user.ContractId == happened.ContractId)), false);

        Task<List<PortalUser>> WhoMayBeInAsync(IQueryable<PortalUser> people) => people
            .Where(user => user.DisabledAt == null && (user.ValidUntil == null || user.ValidUntil >= today)).ToListAsync(cancellationToken);
    }
}
