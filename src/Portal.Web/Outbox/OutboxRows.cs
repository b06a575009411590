using Microsoft.EntityFrameworkCore;
using Portal.Web.Data;
using Portal.Web.Data.Entities;
using Portal.Web.Mail;
using Portal.Web.Tenancy;

namespace Portal.Web.Outbox;

/// <summary>Takes rows and puts down what became of them, each in a short transaction; nothing is sent inside one.</summary>
internal sealed class OutboxRows(PortalDbContext db, UnitOfWork work, TenantScope scope, TenantCatalog catalog, TimeProvider clock)
{
    private const int ErrorLength = 1000;

    /// <summary>Rows that are due, of all tenants but suspended ones, whose mail waits (AZ-21).</summary>
    public async Task<IReadOnlyList<OutboxMessage>> ClaimAsync(int take, CancellationToken cancellationToken)
    {
        PortalTenant[] all = [await catalog.StaffRealmAsync(cancellationToken), .. await catalog.ListAsync(cancellationToken)];
        Guid[] tenants = [.. all.Where(tenant => !tenant.Suspended).Select(tenant => tenant.Id)];
        scope.UseAll(tenants);
        var statement = OutboxClaim.At(clock.GetUtcNow(), tenants, take).Statement(db);
        var claimed = await work.RunAsync(() => db.Outbox.FromSql(statement).IgnoreQueryFilters().AsNoTracking().ToListAsync(cancellationToken), cancellationToken);

        // The statement chooses in order, but returns in any.
        return [.. claimed.OrderBy(row => row.ValidUntil is null).ThenBy(row => row.NextTryAt).ThenBy(row => row.Id)];
    }

    /// <returns>False when another worker has taken the row meanwhile: its word counts, not this late one (OB-03).</returns>
    public async Task<bool> SettleAsync(OutboxMessage row, OutboxVerdict verdict)
    {
        scope.Use(row.TenantId);
        var now = clock.GetUtcNow();
        var error = verdict.Error is { } text ? OneLine.Of(text.Length > ErrorLength ? text[..ErrorLength] : text) : null;
        var body = verdict.ErasesBody(row) ? null : row.ProtectedBody;
        var settled = await work.RunAsync(() => db.Outbox.Where(found => found.Id == row.Id && found.Fence == row.Fence && found.State == OutboxState.Sending)
            .ExecuteUpdateAsync(set => set
                .SetProperty(found => found.State, verdict.State)
                .SetProperty(found => found.NextTryAt, verdict.NextTryAt ?? row.NextTryAt)
                .SetProperty(found => found.LastError, error)
                .SetProperty(found => found.ProtectedBody, body)
                .SetProperty(found => found.SentAt, verdict.State == OutboxState.Sent ? now : null)
                .SetProperty(found => found.LeaseUntil, (DateTimeOffset?)null)));
        return settled == 1;
    }
}
