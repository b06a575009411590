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
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(1);
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
        // What was known at a later time is no fresher: clocks are put right.
        if (found is null || (now - found.At).Duration() >= Freshness)
        {
            // Whoever comes meanwhile has what is known.
            known[tenant.Id] = new Known(now, found?.Rows ?? []);
            await HaveLookedAsync(tenant, now);
        }

        return [.. known[tenant.Id].Rows.Where(row => AnnouncementRules.StateOf(row.IsPublished, row.ShownFrom, row.ShownUntil, now)
            == AnnouncementState.Shown).Take(AnnouncementLimits.OnSignIn)];
    }

    /// <summary>A look that takes longer goes on, for those who come later.</summary>
    private async Task HaveLookedAsync(PortalTenant tenant, DateTimeOffset now)
    {
        try
        {
            await LookAsync(tenant, now).WaitAsync(Patience, clock);
        }
        catch (TimeoutException)
        {
            LogDelay(log);
        }
    }

    private async Task LookAsync(PortalTenant tenant, DateTimeOffset now)
    {
        try
        {
            var rows = await work.RunAsync(tenant, Reader, services => services.GetRequiredService<AnnouncementSights>().OnSignIn(Freshness)
                .AsNoTracking().OrderByDescending(row => row.ShownFrom).ThenBy(row => row.Id).Take(2 * AnnouncementLimits.OnSignIn)
                .ToListAsync());
            known[tenant.Id] = new Known(now, rows);
        }
#pragma warning disable CA1031 // whatever it was, it keeps nobody from signing in
        catch (Exception e)
#pragma warning restore CA1031
        {
            LogFailure(log, e);
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "The announcements of the sign-in page could not be read")]
    private static partial void LogFailure(ILogger log, Exception exception);

    [LoggerMessage(Level = LogLevel.Information, Message = "The announcements of the sign-in page are late")]
    private static partial void LogDelay(ILogger log);

    private sealed record Known(DateTimeOffset At, IReadOnlyList<Announcement> Rows);
}
