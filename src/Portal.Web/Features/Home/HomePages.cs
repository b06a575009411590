using Microsoft.EntityFrameworkCore;
using Portal.Rules.Text;
using Portal.Web.Audit;
using Portal.Web.Data;
using Portal.Web.Domain.Accounts.Sessions;
using Portal.Web.Http.Frame;
using Portal.Web.Http.Guards;
using Portal.Web.Http.Places;
using Portal.Web.Tenancy;

namespace Portal.Web.Features.Home;

/// <summary>Gathers what the home page tells its user.</summary>
public sealed class HomePages(PortalDbContext db, CurrentSession session, CurrentTenant tenant, Menu menu, HomeRound round, Offers offers)
{
    private const int LocksShown = 3;

    public async Task<HomePage> FillAsync()
    {
        var row = session.Session;
        return new HomePage
        {
            Tasks = await round.TasksAsync(),
            Panels = await round.PanelsAsync(),
            Menu = menu.Numbered is { Count: > 0 } numbered
                ? numbered
                : [.. menu.Items.SelectMany(item => item.Path is null ? item.Items : [item])],
            MayChangePassword = tenant.Value.Has(TenantFeatures.Password) && offers.Has(AccountPaths.Password),
            HasSessions = offers.HasPage(AccountPaths.Sessions),
            HasHistory = offers.HasPage(AccountPaths.History),
            HasSignIn = session.Acting is null,
            PreviousAt = row.PreviousSignInAt,
            PreviousAddress = row.PreviousAddress,
            PreviousBrowser = BrowserName.Of(row.PreviousBrowser),
            Failures = row.FailuresBefore,
            LockedAt = row.FailuresBefore > 0 ? await LocksAsync(row.PreviousSignInAt) : [],
            LockLimit = tenant.Value.Lockout.Limit,
        };
    }

    private Task<List<DateTimeOffset>> LocksAsync(DateTimeOffset? since)
    {
        var from = since ?? DateTimeOffset.MinValue;
        return db.AuditEvents.Where(happened => happened.SubjectId == session.UserId && happened.Kind == AuditKinds.Locked
                && happened.OccurredAt > from && happened.OccurredAt < session.Session.CreatedAt)
            .OrderByDescending(happened => happened.OccurredAt).Select(happened => happened.OccurredAt).Take(LocksShown).ToListAsync();
    }
}
