using System.Net;
using Portal.Rules.Throttling;
using Portal.Web.Audit;
using Portal.Web.Tenancy;

namespace Portal.Web.Domain.Accounts.Hashing;

/// <summary>The hash gate for this request: whose turn it is, is told by its tenant and its network address.</summary>
public sealed class HashTurns(HashGate gate, CurrentTenant tenant, AuditActor actor)
{
    private string Address => IPAddress.TryParse(actor.Address, out var address) ? AddressThrottleRules.Key(address) : "";

    /// <param name="queue">Known only where something was shown that the
    /// account gave out; else strangers fill that queue, too.</param>
    /// <param name="lane">Of one lane of a tenant one is hashed at a time.</param>
    /// <returns>What to dispose when done, or null when too many wait or the wait was too long.</returns>
    public Task<IDisposable?> EnterAsync(HashQueue queue, string lane) =>
        gate.EnterAsync(new HashCaller(queue, tenant.Value.Id, Address, lane));
}
