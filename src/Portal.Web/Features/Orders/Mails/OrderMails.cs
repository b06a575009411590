using Microsoft.EntityFrameworkCore;
using Portal.Rules.Orders;
using Portal.Web.Data;
using Portal.Web.Data.Entities;
using Portal.Web.Domain.Accounts.Standing;
using Portal.Web.Domain.Orders;
using Portal.Web.Domain.Orders.Moves;
using Portal.Web.Mail;
using Portal.Web.Tenancy;

namespace Portal.Web.Features.Orders.Mails;

/// <summary>
/// Tells who sent an application what becomes of it, in the transaction of what happened, whoever did it and from
/// where. Where that account is gone, the others of the login ID are told. Nobody is told who may not be in, or whose
/// mailbox nobody has proven yet: a mail says what the page would.
/// </summary>
internal sealed class OrderMails(MailQueue queue, CurrentTenant current, TenantCatalog catalog, TimeProvider clock) : ITransactionHook
{
    private static readonly Dictionary<string, string> Words = new()
    {
        [OrderEvents.Submitted] = "Submitted",
        [OrderEvents.Accepted] = "Accepted",
        [OrderEvents.Failed] = "Failed",
        [OrderEvents.Arranged] = "Arranged",
        [OrderEvents.Withdrawn] = "Withdrawn",
    };

    public async Task BeforeCommitAsync(PortalDbContext db, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(db);
        foreach (var happened in db.RecordedEvents.Where(row => Words.ContainsKey(row.Kind)).ToList())
        {
            if (OrderNumber.Read(happened.SubjectName) is { } number
                && await db.RentalOrders.AcrossTenants(db.Scope).Include(row => row.Lines).SingleOrDefaultAsync(row =>
                    row.TenantId == happened.TenantId && row.Kind == number.Kind && row.Number == number.Number, cancellationToken)
                    is { } order)
            {
                await TellAsync(db, happened, order, cancellationToken);
            }
        }
    }

    private async Task TellAsync(PortalDbContext db, AuditEvent happened, RentalOrder order, CancellationToken cancellationToken)
    {
        // The staff decides from its own realm.
        var tenant = current.OrNull is { } here && here.Id == order.TenantId
            ? here
            : await catalog.FindAsync(order.TenantId, cancellationToken);
        if (tenant is not { Suspended: false })
        {
            return;
        }

        var today = tenant.Zone.DayOf(clock.GetUtcNow());
        var left = order is { Kind: OrderKind.Order, IsReduced: true }
            ? new OrderInUse(order, await OrderReturns.OfAsync(db.RentalOrders.AcrossTenants(db.Scope)
                .Where(row => row.TenantId == order.TenantId), order.Id), order.Period.DayOfBringing(today))
            : null;
        var users = await db.Users.AcrossTenants(db.Scope)
            .Where(user => user.TenantId == order.TenantId && user.ContractId == order.ContractId)
            .Where(AccountStandings.MayBeTold(today)).OrderBy(user => user.Id).ToListAsync(cancellationToken);
        var author = users.Find(user => user.Id == order.AuthorId);
        foreach (var user in author is null ? users : [author])
        {
            await queue.EnqueueAsync(new OrderMail(Words[happened.Kind], order, left), user, $"order/{happened.Id:N}/{user.Id:N}",
                cancellationToken);
        }
    }
}
