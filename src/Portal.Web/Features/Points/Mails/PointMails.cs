using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Portal.Rules.Delegation;
using Portal.Rules.Mail;
using Portal.Rules.Standing;
using Portal.Web.Data;
using Portal.Web.Data.Entities;
using Portal.Web.Domain.Accounts.Standing;
using Portal.Web.Domain.Points;
using Portal.Web.Mail;
using Portal.Web.Tenancy;

namespace Portal.Web.Features.Points.Mails;

/// <summary>
/// Tells the managers of a contract that it was given points, or that they were taken back, in the transaction in which
/// it was. The staff does so a few times a year: no limit keeps these mails back.
/// </summary>
internal sealed class PointMails(MailQueue queue, CurrentTenant current, TenantCatalog catalog, TimeProvider clock) : ITransactionHook
{
    public async Task BeforeCommitAsync(PortalDbContext db, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(db);
        foreach (var happened in db.RecordedEvents.Where(row => row.Kind is PointEvents.Granted or PointEvents.TakenBack).ToList())
        {
            var mail = Mail(happened);
            foreach (var to in await ManagersAsync(db, happened, cancellationToken))
            {
                await queue.EnqueueAsync(mail, to, $"points/{happened.Id:N}/{to.UserId:N}", cancellationToken);
            }
        }
    }

    private static PointsMail Mail(AuditEvent happened)
    {
        using var json = JsonDocument.Parse(happened.Details!);
        var facts = json.RootElement;
        return new PointsMail(happened.Kind == PointEvents.TakenBack, happened.SubjectName!,
            facts.GetProperty("points").GetInt32(), facts.GetProperty("left").GetInt32(),
            facts.GetProperty("periodEnd").Deserialize<DateOnly>(), facts.GetProperty("pointsFor").GetString()!);
    }

    /// <summary>In the order of their mailboxes: all who have turns take them in one order.</summary>
    private async Task<IReadOnlyList<MailRecipient>> ManagersAsync(PortalDbContext db, AuditEvent happened,
        CancellationToken cancellationToken)
    {
        // The staff gives points from its own realm.
        var tenant = current.OrNull is { } here && here.Id == happened.TenantId
            ? here
            : await catalog.FindAsync(happened.TenantId, cancellationToken);
        if (tenant is not { Suspended: false })
        {
            return [];
        }

        var managers = await db.ManagersAtWorkOf(happened.TenantId, happened.ContractId)
            .Where(AccountStandings.MayBeTold(tenant.Zone.DayOf(clock.GetUtcNow()))).ToListAsync(cancellationToken);
        return [.. managers.Select(MailRecipient.Of).OfType<MailRecipient>().OrderBy(to => Mailbox.Of(to.Address), StringComparer.Ordinal)];
    }
}
