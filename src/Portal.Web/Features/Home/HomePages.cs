using Microsoft.EntityFrameworkCore;
using Portal.Rules.Text;
using Portal.Web.Audit;
using Portal.Web.Data;
using Portal.Web.Data.Entities;
using Portal.Web.Domain.Accounts.Lockout;
using Portal.Web.Domain.Accounts.Sessions;
using Portal.Web.Features.Shared.Homes;
using Portal.Web.Http.Frame;
using Portal.Web.Http.Guards;
using Portal.Web.Http.Places;
using Portal.Web.Tenancy;

namespace Portal.Web.Features.Home;

/// <summary>Gathers what the home page tells its user.</summary>
public sealed class HomePages(PortalDbContext db, CurrentSession session, CurrentTenant tenant, TenantCatalog tenants, Menu menu,
    HomeRound round, Offers offers)
{
    private const int LocksShown = 3;

    public async Task<HomePage> FillAsync()
    {
        var row = session.Session;
        var asked = new LocksAsked(session.UserId, row.PreviousSignInAt ?? DateTimeOffset.MinValue, row.CreatedAt);
        var (tasks, counts) = await round.TasksAsync(asked);
        return new HomePage
        {
            Tasks = tasks,
            Panels = await round.PanelsAsync(),
            Menu = menu.Numbered is { Count: > 0 } numbered
                ? numbered
                : [.. menu.Items.SelectMany(item => item.Path is null ? item.Items : [item])],
            Links = await LinksAsync(),
            MayChangePassword = tenant.Value.Has(TenantFeatures.Password) && offers.Has(AccountPaths.Password),
            HasSessions = offers.HasPage(AccountPaths.Sessions),
            HasHistory = offers.HasPage(AccountPaths.History),
            HasSignIn = session.Acting is null,
            PreviousAt = row.PreviousSignInAt,
            PreviousAddress = row.PreviousAddress,
            PreviousBrowser = BrowserName.Of(row.PreviousBrowser),
            Failures = row.FailuresBefore,
            Locks = counts[LocksAsked.Key] > 0 ? await LocksAsync(asked) : [],
            LockLimit = tenant.Value.Lockout.Limit,
        };
    }

    private async Task<IReadOnlyList<HomeLink>> LinksAsync()
    {
        var links = new List<HomeLink>();
        foreach (var link in tenant.Value.Profile.Links)
        {
            links.Add(new HomeLink(link.Title, link.Url, await tenants.ServesAsync(link.Host()) ? null : link.Host()));
        }

        return links;
    }

    /// <summary>The newest first, each with what locked it: not only failures do (LOGIN-8).</summary>
    private async Task<IReadOnlyList<HomeLock>> LocksAsync(LocksAsked asked)
    {
        var locks = await asked.Of(db).OrderByDescending(happened => happened.OccurredAt).Take(LocksShown)
            .Select(happened => new { happened.OccurredAt, happened.Reason }).ToListAsync();
        return [.. locks.Select(happened => new HomeLock(happened.OccurredAt, LockCauses.Of(happened.Reason)))];
    }

    /// <summary>The locks between two sign-ins, counted with all else: there are hardly ever any.</summary>
    private sealed record LocksAsked(Guid UserId, DateTimeOffset After, DateTimeOffset Before) : HomeAsk
    {
        public const string Key = "home/locks";

        public override IEnumerable<HomeCount> Counts(PortalDbContext db) => [new(Key, Of(db).Select(happened => happened.Id))];

        public IQueryable<AuditEvent> Of(PortalDbContext db) => db.AuditEvents.Where(happened => happened.SubjectId == UserId
            && happened.Kind == AuditKinds.Locked && happened.OccurredAt > After && happened.OccurredAt < Before);
    }
}
