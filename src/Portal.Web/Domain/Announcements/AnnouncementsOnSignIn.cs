using System.Collections.Concurrent;
using Microsoft.EntityFrameworkCore;
using Portal.Rules.Announcements;
using Portal.Web.Data.Entities;
using Portal.Web.Tenancy;

namespace Portal.Web.Domain.Announcements;

/// <summary>
/// What stands on the sign-in page (NEWS-1). Strangers cost no query (PERF-2): what is known of a tenant is asked anew
/// every few seconds, by one request for all, and a database that does not answer keeps nobody from signing in (REL-2).
/// </summary>
public sealed partial class AnnouncementsOnSignIn(TenantWork work, TimeProvider clock, ILogger<AnnouncementsOnSignIn> log)
{
    private static readonly TimeSpan Freshness = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan Patience = TimeSpan.FromMilliseconds(500);
    private static readonly WorkActor Reader = WorkActor.System("announcements");

    private readonly ConcurrentDictionary<Guid, Known> known = new();

    /// <summary>The newest first, as many as there is room for.</summary>
    public async ValueTask<IReadOnlyList<Announcement>> NowAsync(PortalTenant tenant)
    {
        ArgumentNullException.ThrowIfNull(tenant);
        if (!tenant.Has(TenantFeatures.Announcements))
        {
            return [];
        }

        var now = clock.GetUtcNow();
        var found = known.GetValueOrDefault(tenant.Id);
        if (found is null || now - found.At >= Freshness)
        {
            // Whoever comes meanwhile has what is known.
            found = known[tenant.Id] = new Known(now, found?.Rows ?? []);
            found = known[tenant.Id] = new Known(now, await LookAsync(tenant) ?? found.Rows);
        }

        return [.. found.Rows.Where(row => AnnouncementRules.StateOf(row.IsPublished, row.ShownFrom, row.ShownUntil, now)
            == AnnouncementState.Shown).Take(AnnouncementLimits.OnSignIn)];
    }

    private async Task<IReadOnlyList<Announcement>?> LookAsync(PortalTenant tenant)
    {
        try
        {
            return await work.RunAsync(tenant, Reader, async services => (IReadOnlyList<Announcement>)await services
                .GetRequiredService<AnnouncementSights>().OnSignIn(Freshness).AsNoTracking()
                .OrderByDescending(row => row.ShownFrom).ThenBy(row => row.Id).Take(2 * AnnouncementLimits.OnSignIn).ToListAsync())
                .WaitAsync(Patience, clock);
        }
        catch (Exception e) when (e is System.Data.Common.DbException or TimeoutException or InvalidOperationException)
        {
            LogFailure(log, e);
            return null;
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "The announcements of the sign-in page could not be read")]
    private static partial void LogFailure(ILogger log, Exception exception);

    private sealed record Known(DateTimeOffset At, IReadOnlyList<Announcement> Rows);
}
