using System.Net;
using Portal.Rules.Throttling;
using Portal.Web.Audit;
using Portal.Web.Data;
using Portal.Web.Data.Entities;
using Portal.Web.Tenancy;

namespace Portal.Web.Domain.Submissions;

/// <summary>
/// Records what was turned away before any action ran (AU-02): each where it is known who it was, of strangers one an
/// address, kind and minute, and the others as a number.
/// </summary>
public sealed class RefusalRecorder(UnitOfWork work, AuditLog audit, AuditActor actor, CurrentTenant tenant, RefusalTally tally,
    TimeProvider clock)
{
    public async Task RecordAsync(string kind, string? reason = null, object? details = null)
    {
        if (actor.Kind == ActorKind.Anonymous && !tally.IsFirst(tenant.Value, kind, Network(actor.Address), clock.GetUtcNow()))
        {
            return;
        }

        await work.RunAsync(() =>
        {
            audit.Record(kind, reason: reason, details: details);
            return Task.CompletedTask;
        });
    }

    private static string? Network(string? address) =>
        IPAddress.TryParse(address, out var known) ? AddressThrottleRules.Key(known) : address;
}
