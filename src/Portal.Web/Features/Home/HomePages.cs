using Microsoft.EntityFrameworkCore;
using Portal.Rules.Delegation;
using Portal.Rules.Passwords;
using Portal.Rules.Passwords.Checks;
using Portal.Rules.Text;
using Portal.Web.Audit;
using Portal.Web.Data;
using Portal.Web.Domain.Accounts.Delegation;
using Portal.Web.Domain.Accounts.Sessions;
using Portal.Web.Http.Places;
using Portal.Web.Tenancy;

namespace Portal.Web.Features.Home;

/// <summary>Gathers what the home page tells its user.</summary>
public sealed class HomePages(PortalDbContext db, CurrentSession session, CurrentTenant tenant, Menu menu, Delegates delegates,
    TimeProvider clock)
{
    private const int LocksShown = 3;

    public async Task<HomePage> FillAsync()
    {
        var row = session.Session;
        var recoveryMissing = tenant.Value.Profile.Recovery is { Method: "keyword" }
            && (session.User.KeywordHash is null || session.User.NormalizedEmail is not { Length: > 0 });
        return new HomePage
        {
            Menu = menu.Items,
            Numbered = tenant.Value.Has(TenantFeatures.Menu),
            MayChangePassword = tenant.Value.Has(TenantFeatures.Password),
            PreviousAt = row.PreviousSignInAt,
            PreviousAddress = row.PreviousAddress,
            PreviousBrowser = BrowserName.Of(row.PreviousBrowser),
            Failures = row.FailuresBefore,
            LockedAt = row.FailuresBefore > 0 ? await LocksAsync(row.PreviousSignInAt) : [],
            LockLimit = tenant.Value.Lockout.Limit,
            PasswordDaysLeft = session.User.PasswordChangedAt is { } changed
                && PasswordAge.Evaluate(changed, tenant.Value.Passwords, clock.GetUtcNow()) is PasswordAgeState.ExpiresSoon soon
                ? soon.DaysLeft : null,
            RecoveryMissing = recoveryMissing,
            RecoveryPath = recoveryMissing && await MayEditItAsync() ? OperatorPaths.Recovery(session.UserId) : null,
        };
    }

    private async Task<bool> MayEditItAsync() =>
        tenant.Value.Has(TenantFeatures.Operators)
            && (await delegates.ActsAsync(session.User, session.User)).Contains(DelegatedAct.EditRecovery);

    private Task<List<DateTimeOffset>> LocksAsync(DateTimeOffset? since)
    {
        var from = since ?? DateTimeOffset.MinValue;
        return db.AuditEvents.Where(happened => happened.SubjectId == session.UserId && happened.Kind == AuditKinds.Locked
                && happened.OccurredAt > from && happened.OccurredAt < session.Session.CreatedAt)
            .OrderByDescending(happened => happened.OccurredAt).Select(happened => happened.OccurredAt).Take(LocksShown).ToListAsync();
    }
}
