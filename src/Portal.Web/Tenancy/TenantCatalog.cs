using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Diagnostics;
using System.Runtime.ExceptionServices;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using Portal.Rules.Brands;
using Portal.Web.Data;
using Portal.Web.Data.Connections;
using Portal.Web.Data.Entities;
using Portal.Web.Tenancy.Brands;
using Portal.Web.Tenancy.Profiles;

namespace Portal.Web.Tenancy;

/// <summary>
/// All tenants, ready for use. Changes made on any node are seen within a second: at most once a second the rows
/// that changed since the last look are read again. One looks; the others have what is known, and nobody waits for a
/// database that does not answer (REL-2). A profile that cannot be read is one tenant's trouble: what was known of it
/// goes on (AZ-12, FP-09).
/// </summary>
public sealed partial class TenantCatalog(IServiceScopeFactory scopes, IOptions<SiteOptions> site, ILogger<TenantCatalog> log)
{
    private static readonly TimeSpan Freshness = TimeSpan.FromSeconds(1);

    // How long a look is waited for where something is known already.
    private static readonly TimeSpan Patience = TimeSpan.FromMilliseconds(500);

    // What was seen longer ago is not believed any more, whatever the database's trouble.
    private static readonly TimeSpan LongestBelief = TimeSpan.FromMinutes(1);

    // A row stamped by a slower clock or committed late is still caught.
    private static readonly TimeSpan Overlap = TimeSpan.FromMinutes(5);

    private readonly Lock turn = new();
    private volatile Knowledge known = new(ImmutableDictionary<Guid, PortalTenant>.Empty, ImmutableDictionary<Guid, UnreadProfile>.Empty,
        default, 0, 0);
    private Look? last;
    private int invalidations;

    public async ValueTask<PortalTenant?> FindBySlugAsync(string slug, CancellationToken cancellationToken = default)
    {
        var tenants = await KnownAsync(cancellationToken);
        return tenants.BySlug.GetValueOrDefault(slug);
    }

    /// <summary>Never at the portal's own host, whatever a profile says: /t/{slug} and /admin live there.</summary>
    public async ValueTask<PortalTenant?> FindByHostAsync(string host, CancellationToken cancellationToken = default)
    {
        var tenants = await KnownAsync(cancellationToken);
        return site.Value.IsOwn(host) ? null : tenants.ByHost.GetValueOrDefault(host);
    }

    /// <summary>Whether a page of that host is one of this portal, whoever's: its own, or a tenant's.</summary>
    public async ValueTask<bool> ServesAsync(string host, CancellationToken cancellationToken = default) =>
        site.Value.IsOwn(host) || await FindByHostAsync(host, cancellationToken) is not null;

    public async ValueTask<PortalTenant?> FindAsync(Guid id, CancellationToken cancellationToken = default)
    {
        var tenants = await KnownAsync(cancellationToken);
        return tenants.Tenants.GetValueOrDefault(id);
    }

    /// <summary>Every tenant but the staff's realm, by slug.</summary>
    public async ValueTask<IReadOnlyList<PortalTenant>> ListAsync(CancellationToken cancellationToken = default)
    {
        var tenants = await KnownAsync(cancellationToken);
        return [.. tenants.Tenants.Values.Where(tenant => !tenant.IsStaffRealm).OrderBy(tenant => tenant.Slug, StringComparer.Ordinal)];
    }

    public async ValueTask<PortalTenant> StaffRealmAsync(CancellationToken cancellationToken = default) =>
        await FindBySlugAsync(TenantProfile.StaffSlug, cancellationToken)
            ?? throw new InvalidOperationException("The staff realm is not there; run migrate.");

    /// <summary>
    /// The slugs of tenants whose profile in force this release cannot read, as the last look found them. They are
    /// served as they were before, or not at all where nothing is known of them.
    /// </summary>
    public IReadOnlyList<string> Unread => [.. known.Unread.Values.Select(profile => profile.Slug).Order(StringComparer.Ordinal)];

    /// <summary>
    /// The next look reads every row anew, whatever is known of it: also after a backup was put back.
    /// </summary>
    public void Invalidate() => Interlocked.Increment(ref invalidations);

    private async ValueTask<Knowledge> KnownAsync(CancellationToken cancellationToken)
    {
        while (!IsFresh(known))
        {
            var look = TakePart();
            var longest = IsBelievable(known) ? Patience : Timeout.InfiniteTimeSpan;
            if (await look.EndedWithinAsync(longest, cancellationToken) && look.Failure is null)
            {
                continue;
            }

            if (!IsBelievable(known))
            {
                look.Failure?.Throw();
            }

            break;
        }

        return known;
    }

    /// <summary>The look that is under way or has just failed; or a new one.</summary>
    private Look TakePart()
    {
        lock (turn)
        {
            if (last is null || last.IsOver(Freshness))
            {
                last = new Look();

                // Of nobody's request: neither one's patience nor what one holds is the others'.
                using (ExecutionContext.SuppressFlow())
                {
                    var mine = last;
                    _ = Task.Run(() => mine.RunAsync(ReadChangedAsync), CancellationToken.None);
                }
            }

            return last;
        }
    }

    private bool IsFresh(Knowledge knowledge) => knowledge.IsYoungerThan(Freshness) && IsValid(knowledge);

    /// <summary>Good enough for whoever would have to wait; what this very node has changed is not.</summary>
    private bool IsBelievable(Knowledge knowledge) => knowledge.IsYoungerThan(LongestBelief) && IsValid(knowledge);

    private bool IsValid(Knowledge knowledge) => knowledge.Invalidations == Volatile.Read(ref invalidations);

    private async Task ReadChangedAsync()
    {
        using var patience = DatabasePatience.Have(DatabasePatience.OfAPage);
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<PortalDbContext>();
        var invalidated = Volatile.Read(ref invalidations);
        var (tenants, unread, newest) = invalidated == known.Invalidations
            ? (known.Tenants, known.Unread, known.Newest)
            : (ImmutableDictionary<Guid, PortalTenant>.Empty, ImmutableDictionary<Guid, UnreadProfile>.Empty, default);
        var since = newest == default ? newest : newest - Overlap;
        foreach (var row in await db.Tenants.AsNoTracking().Where(tenant => tenant.ChangedAt >= since).ToListAsync())
        {
            if ((unread.GetValueOrDefault(row.Id)?.Version ?? tenants.GetValueOrDefault(row.Id)?.Version) != row.Version)
            {
                var (tenant, fault) = Read(row);
                tenants = tenant is null ? tenants.Remove(row.Id) : tenants.SetItem(row.Id, tenant);
                unread = fault is null ? unread.Remove(row.Id) : unread.SetItem(row.Id, fault);
            }

            newest = row.ChangedAt > newest ? row.ChangedAt : newest;
        }

        known = new Knowledge(tenants, unread, newest, Stopwatch.GetTimestamp(), invalidated);
    }

    /// <summary>
    /// The tenant of a row. Where its profile cannot be read, the profile that was known goes on; whether the tenant is
    /// suspended is asked of the row all the same.
    /// </summary>
    private (PortalTenant? Tenant, UnreadProfile? Fault) Read(Tenant row)
    {
        try
        {
            return (Ready(row, row.Version, ProfileJson.ReadStored(row.Profile, $"tenant {row.Slug}")), null);
        }
#pragma warning disable CA1031 // one tenant's trouble is not the others'
        catch (Exception e)
#pragma warning restore CA1031
        {
            if (known.Unread.GetValueOrDefault(row.Id)?.Version != row.Version)
            {
                LogUnread(log, e, row.Slug, row.Version);
            }

            var former = known.Tenants.GetValueOrDefault(row.Id);
            return (former is null ? null : Ready(row, former.Version, former.Profile), new UnreadProfile(row.Slug, row.Version));
        }
    }

    private static PortalTenant Ready(Tenant row, int version, TenantProfile profile) =>
        new(row.Id, row.Status == TenantStatus.Suspended, version, profile)
        {
            Logo = row.LogoId is { } logo ? new TenantLogoFacts(logo, row.LogoWidth ?? LogoRule.DrawnHeight) : null,
        };

    [LoggerMessage(Level = LogLevel.Error, Message = "Version {Version} of tenant {Tenant} has a profile that cannot be read; "
        + "what was known of it before goes on")]
    private static partial void LogUnread(ILogger log, Exception exception, string tenant, int version);

    /// <param name="Version">Of the row.</param>
    private sealed record UnreadProfile(string Slug, int Version);

    /// <param name="SeenAt">When it was read, on the stopwatch; 0 for never.</param>
    private sealed record Knowledge(ImmutableDictionary<Guid, PortalTenant> Tenants, ImmutableDictionary<Guid, UnreadProfile> Unread,
        DateTimeOffset Newest, long SeenAt, int Invalidations)
    {
        /// <summary>Every request asks by its host, and most by a slug.</summary>
        public FrozenDictionary<string, PortalTenant> BySlug { get; } = Tenants.Values.ToFrozenDictionary(tenant => tenant.Slug);

        public FrozenDictionary<string, PortalTenant> ByHost { get; } = Tenants.Values
            .Where(tenant => tenant.Profile.Host is not null).DistinctBy(tenant => tenant.Profile.Host, StringComparer.OrdinalIgnoreCase)
            .ToFrozenDictionary(tenant => tenant.Profile.Host!, StringComparer.OrdinalIgnoreCase);

        public bool IsYoungerThan(TimeSpan age) => SeenAt != 0 && Stopwatch.GetElapsedTime(SeenAt) < age;
    }

    /// <summary>One look at the database, of whoever comes while it goes on.</summary>
    private sealed class Look
    {
        private readonly TaskCompletionSource ended = new(TaskCreationOptions.RunContinuationsAsynchronously);
        private readonly long beganAt = Stopwatch.GetTimestamp();
        private long endedAt;

        public ExceptionDispatchInfo? Failure { get; private set; }

        /// <returns>False while it goes on, and for so long after it failed.</returns>
        public bool IsOver(TimeSpan failureIsRemembered) =>
            ended.Task.IsCompleted && (Failure is null || Stopwatch.GetElapsedTime(endedAt) >= failureIsRemembered);

        public async Task RunAsync(Func<Task> read)
        {
            try
            {
                await read();
            }
#pragma warning disable CA1031 // told to each who waits for it
            catch (Exception e)
#pragma warning restore CA1031
            {
                Failure = ExceptionDispatchInfo.Capture(e);
            }

            endedAt = Stopwatch.GetTimestamp();
            ended.SetResult();
        }

        /// <summary>Waits for no longer than this after its beginning, whoever asks.</summary>
        public async Task<bool> EndedWithinAsync(TimeSpan patience, CancellationToken cancellationToken)
        {
            if (patience == Timeout.InfiniteTimeSpan)
            {
                await ended.Task.WaitAsync(cancellationToken);
            }
            else if (patience - Stopwatch.GetElapsedTime(beganAt) is var left && left > TimeSpan.Zero && !ended.Task.IsCompleted)
            {
                await Task.WhenAny(ended.Task, Task.Delay(left, cancellationToken));
                cancellationToken.ThrowIfCancellationRequested();
            }

            return ended.Task.IsCompleted;
        }
    }
}
