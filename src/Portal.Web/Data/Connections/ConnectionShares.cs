using System.Collections.Concurrent;
using Microsoft.Extensions.Options;

namespace Portal.Web.Data.Connections;

public sealed class ConnectionShareOptions
{
    /// <summary>
    /// Transactions of one tenant at once on this node; about half
    /// of the pool, so that there is always one for another tenant.
    /// </summary>
    public int TenantShare { get; set; } = 24;

    /// <summary>How many may wait for their tenant's share; one more is turned away.</summary>
    public int TenantQueue { get; set; } = 200;

    /// <summary>
    /// How long one waits for the share. Whoever then waits for a connection,
    /// too, is answered within five seconds all the same.
    /// </summary>
    public TimeSpan TenantPatience { get; set; } = TimeSpan.FromSeconds(1.5);

    /// <summary>How many times longer than usual the database is waited for.</summary>
    public int PatienceFactor { get; set; } = 1;

    internal TimeSpan Patience => TenantPatience * PatienceFactor;

    internal bool AreUsable => TenantShare > 0 && TenantQueue >= 0 && TenantPatience > TimeSpan.Zero;
}

/// <summary>
/// A tenant's share of the node's connections: whoever comes after waits without one, so that a tenant under load, or
/// under attack, leaves the others served (RX-05, RX-06). A sixth of it strangers never take, and they fill only a
/// queue of their own: however many they are, those whom the tenant knows go on (CG-11). One network address takes at
/// most half of what strangers have, and waits for more where it is in nobody's way (RX-01). Work that belongs to no
/// tenant is not limited.
/// </summary>
public sealed class ConnectionShares(IOptions<ConnectionShareOptions> options)
{
    private readonly ConcurrentDictionary<Guid, TenantShare> shares = new();

    /// <param name="stranger">The network address of a visitor who has shown nothing that
    /// this tenant gave out; null for everybody whom it knows, and for its own work.</param>
    /// <returns>What to dispose with the transaction; null for work of no tenant.</returns>
    /// <exception cref="TimeoutException">Too many wait, or the wait was too long.</exception>
    public async Task<IDisposable?> EnterAsync(Guid tenantId, string? stranger = null, CancellationToken cancellationToken = default) =>
        tenantId == Guid.Empty
            ? null
            : await shares.GetOrAdd(tenantId, _ => new TenantShare(options.Value)).EnterAsync(stranger, cancellationToken);
}
