using System.Collections.Immutable;
using System.Diagnostics;
using Microsoft.EntityFrameworkCore;
using Portal.Web.Data;
using Portal.Web.Data.Entities;

namespace Portal.Web.Tenancy;

/// <summary>
/// All tenants, ready for use. Changes made on any node are seen within a second: at most once a second the rows
/// that changed since the last look are read again.
/// </summary>
public sealed class TenantCatalog(IServiceScopeFactory scopes) : IDisposable
{
    private static readonly TimeSpan Freshness = TimeSpan.FromSeconds(1);

    // A row stamped by a slower clock or committed late is still caught.
    private static readonly TimeSpan Overlap = TimeSpan.FromMinutes(5);

    private readonly SemaphoreSlim refresh = new(1, 1);
    private ImmutableDictionary<Guid, PortalTenant> tenants = ImmutableDictionary<Guid, PortalTenant>.Empty;
    private DateTimeOffset newest;
    private long lookedAt;
    private int invalidations;
    private int invalidationsSeen;

    public async ValueTask<PortalTenant?> FindBySlugAsync(string slug, CancellationToken cancellationToken = default)
    {
        await RefreshAsync(cancellationToken);
        return tenants.Values.FirstOrDefault(tenant => tenant.Slug == slug);
    }

    public async ValueTask<PortalTenant?> FindByHostAsync(string host, CancellationToken cancellationToken = default)
    {
        await RefreshAsync(cancellationToken);
        return tenants.Values.FirstOrDefault(tenant => string.Equals(tenant.Profile.Host, host, StringComparison.OrdinalIgnoreCase));
    }

    public async ValueTask<PortalTenant?> FindAsync(Guid id, CancellationToken cancellationToken = default)
    {
        await RefreshAsync(cancellationToken);
        return tenants.GetValueOrDefault(id);
    }

    /// <summary>Every tenant but the staff's realm, by slug.</summary>
    public async ValueTask<IReadOnlyList<PortalTenant>> ListAsync(CancellationToken cancellationToken = default)
    {
        await RefreshAsync(cancellationToken);
        return [.. tenants.Values.Where(tenant => !tenant.IsStaffRealm).OrderBy(tenant => tenant.Slug, StringComparer.Ordinal)];
    }

    public async ValueTask<PortalTenant> StaffRealmAsync(CancellationToken cancellationToken = default) =>
        await FindBySlugAsync(TenantProfile.StaffSlug, cancellationToken) ?? throw new InvalidOperationException("The staff realm is not there; run migrate.");

    /// <summary>The next look reads every row anew, whatever is known of it: also after a backup was put back.</summary>
    public void Invalidate() => Interlocked.Increment(ref invalidations);

    public void Dispose() => refresh.Dispose();

    private async ValueTask RefreshAsync(CancellationToken cancellationToken)
    {
        if (IsFresh())
        {
            return;
        }

        await refresh.WaitAsync(cancellationToken);
        try
        {
            if (!IsFresh())
            {
                await ReadChangedAsync(cancellationToken);
                Volatile.Write(ref lookedAt, Stopwatch.GetTimestamp());
            }
        }
        finally
        {
            refresh.Release();
        }
    }

    private bool IsFresh() => Volatile.Read(ref lookedAt) is var at && at != 0 && Stopwatch.GetElapsedTime(at) < Freshness
        && Volatile.Read(ref invalidationsSeen) == Volatile.Read(ref invalidations);

    private async Task ReadChangedAsync(CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<PortalDbContext>();
        var invalidated = Volatile.Read(ref invalidations);
        var (known, last) = invalidated == invalidationsSeen ? (tenants, newest) : (ImmutableDictionary<Guid, PortalTenant>.Empty, default);
        var since = last == default ? last : last - Overlap;
        foreach (var row in await db.Tenants.AsNoTracking().Where(tenant => tenant.ChangedAt >= since).ToListAsync(cancellationToken))
        {
            if (known.GetValueOrDefault(row.Id)?.Version != row.Version)
            {
                known = known.SetItem(row.Id, new PortalTenant(row.Id, row.Status == TenantStatus.Suspended, row.Version, ProfileJson.Read(row.Profile, $"tenant {row.Slug}")));
            }

            last = row.ChangedAt > last ? row.ChangedAt : last;
        }

        (tenants, newest) = (known, last);
        Volatile.Write(ref invalidationsSeen, invalidated);
    }
}
