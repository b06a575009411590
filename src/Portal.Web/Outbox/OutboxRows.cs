using Microsoft.EntityFrameworkCore;
using Portal.Rules.Text;
using Portal.Web.Data;
using Portal.Web.Data.Entities;
using Portal.Web.Mail;
using Portal.Web.Outbox.Following;
using Portal.Web.Tenancy;
using Portal.Web.Tenancy.Profiles;

namespace Portal.Web.Outbox;

/// <summary>
/// Takes rows and puts down what became of them, each in a short transaction; nothing is sent inside one.
/// </summary>
internal sealed class OutboxRows(PortalDbContext db, UnitOfWork work, TenantScope scope, TenantCatalog catalog, OutboxFollowers followers,
    IEnumerable<IBounceListener> bounces, TimeProvider clock)
{
    private const int ErrorLength = 1000;

    /// <summary>
    /// Rows of a channel that are due, of all tenants but suspended ones, whose messages wait (AZ-21), and those that
    /// have no room.
    /// </summary>
    public async Task<IReadOnlyList<ClaimedMessage>> ClaimAsync(OutboxChannel channel, int take, IReadOnlyCollection<Guid> full,
        CancellationToken cancellationToken)
    {
        Guid[] tenants = [.. (await ActiveTenantsAsync(cancellationToken)).Except(full)];
        scope.UseAll(tenants);
        return await work.RunAsync(
            async () =>
            {
                var urgent = await ClaimAsync(OutboxClaim.Urgent(channel, clock.GetUtcNow(), tenants, take), cancellationToken);
                return urgent.Count == take ? urgent
                    : [.. urgent, .. await ClaimAsync(OutboxClaim.Usual(channel, clock.GetUtcNow(), tenants, take - urgent.Count),
                        cancellationToken)];
            },
            cancellationToken);
    }

    private async Task<IReadOnlyList<ClaimedMessage>> ClaimAsync(OutboxClaim claim, CancellationToken cancellationToken) =>
        await db.Database.SqlQuery<ClaimedMessage>(claim.Statement(db)).ToListAsync(cancellationToken);

    /// <returns>False when another worker has taken the row meanwhile:
    /// its word counts, not this late one (OB-03).</returns>
    public async Task<bool> SettleAsync(ClaimedMessage message, OutboxChannel channel, OutboxVerdict verdict)
    {
        scope.Use(message.TenantId);
        var error = verdict.Error is { } text ? OneLine.Of(Shortened.To(text, ErrorLength)) : null;
        var nextTryAt = verdict.NextTryAt ?? message.NextTryAt;
        var sentAt = verdict.State == OutboxState.Sent ? clock.GetUtcNow() : (DateTimeOffset?)null;
        var body = verdict.ErasesBody(message) ? null : message.ProtectedBody;
        return await work.RunAsync(async () =>
        {
            var settled = await db.Outbox
                .Where(row => row.Id == message.Id && row.Fence == message.Fence && row.State == OutboxState.Sending)
                .ExecuteUpdateAsync(set => set
                    .SetProperty(row => row.State, verdict.State)
                    .SetProperty(row => row.NextTryAt, nextTryAt)
                    .SetProperty(row => row.LastError, error)
                    .SetProperty(row => row.ProtectedBody, body)
                    .SetProperty(row => row.SentAt, sentAt));
            if (settled == 1)
            {
                await followers.TellAsync(channel, message.BusinessKey, verdict.State, verdict.NextTryAt);
                await TellOfBounceAsync(message, verdict);
            }

            return settled == 1;
        });
    }

    private async Task TellOfBounceAsync(ClaimedMessage message, OutboxVerdict verdict)
    {
        if (verdict.Bounced)
        {
            var writtenAt = await db.Outbox.Where(row => row.Id == message.Id).Select(row => row.CreatedAt).SingleAsync();
            foreach (var listener in bounces)
            {
                await listener.BouncedAsync(message.Recipient, writtenAt);
            }
        }
    }

    private async Task<Guid[]> ActiveTenantsAsync(CancellationToken cancellationToken)
    {
        var staff = await catalog.FindBySlugAsync(TenantProfile.StaffSlug, cancellationToken);
        return [.. (await catalog.ListAsync(cancellationToken)).Append(staff).OfType<PortalTenant>().Where(tenant => !tenant.Suspended)
            .Select(tenant => tenant.Id)];
    }
}
