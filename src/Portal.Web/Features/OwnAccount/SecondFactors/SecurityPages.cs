using Microsoft.EntityFrameworkCore;
using Portal.Rules.SecondFactors;
using Portal.Web.Data;
using Portal.Web.Data.Entities;
using Portal.Web.Domain.Accounts.Attempts;
using Portal.Web.Domain.Accounts.Factors;
using Portal.Web.Domain.Accounts.Sessions;
using Portal.Web.Http.Places;
using Portal.Web.Tenancy;

namespace Portal.Web.Features.OwnAccount.SecondFactors;

/// <summary>Gathers what the pages of this feature show of the signed-in user.</summary>
public sealed class SecurityPages(PortalDbContext db, AccountFactors factors, AppRegistrations apps, TrustedBrowsers trusted,
    SessionService sessions, CurrentSession session, CurrentTenant tenant, KnownPages pages, TimeProvider clock)
{
    public const string PasskeyPath = "account/passkeys";

    private static readonly SecurityPageLink[] Links =
        [new("Password", "account/password"), new("Sessions", "account/sessions"), new("History", "account/login-history")];

    public FactorPolicy Policy => tenant.Value.Factors;

    /// <summary>Tracked, for what changes it.</summary>
    public Task<PortalUser> UserAsync() => db.Users.OwnAsync(session.UserId);

    public async Task<SecurityPage> ReadAsync()
    {
        var user = await UserAsync();
        var since = clock.GetUtcNow().AddDays(-SecurityPage.FailureDays);
        return new SecurityPage(user, Policy, await factors.ReadAsync(user))
        {
            Apps = await apps.ListAsync(user.Id),
            MayAddApp = Policy.Accepts(FactorMethod.App),
            Browsers = trusted.AreOffered ? await trusted.Live(user).AsNoTracking().ToListAsync() : [],
            Links = [.. Links.Where(link => pages.Has(link.Path, tenant.Value))],
            Sessions = await sessions.Live(user.Id).CountAsync(),
            Failures = await db.AuditEvents.Where(happened => happened.SubjectId == user.Id && happened.OccurredAt > since
                && SignInFailures.Kinds.Contains(happened.Kind)).Take(SignInFailures.MostCounted).CountAsync(),
            HasPasskeyPages = Policy.Accepts(FactorMethod.Passkey) && pages.Has(PasskeyPath, tenant.Value),
        };
    }
}
