using Portal.Rules.TemporaryPasswords;
using Portal.Web.Data.Entities;
using Portal.Web.Tenancy;
using Portal.Web.Tenancy.Profiles;

namespace Portal.Web.Data.Seed;

/// <summary>Brings an account into the state that there is to try on it.</summary>
internal static class DemoStates
{
    /// <summary>
    /// Days ago on which what brought somebody into its state happened; it did not sign in after that.
    /// </summary>
    public const int LockedDaysAgo = 2;
    public const int DisabledDaysAgo = 20;
    public const int EndedDaysAgo = 5;
    public const int RegisteredDaysAgo = 3;
    public const int ExpiredDays = 1;
    private const int BouncedDaysAgo = 2;
    private const int ExpiresInDays = 5;
    private const int DormantSinceDays = 430;
    private const int DormantNoticeDaysAgo = 25;
    private const int UsualPasswordAge = 34;

    /// <summary>A lock that ends by itself is fresh, so that it is still there at the first look.</summary>
    private const int TimedLockMinutesAgo = 2;
    private const int LongLockDays = 90;

    public static void Apply(DemoSite site, PortalUser user, DemoUser demo, string passwordHash)
    {
        var clock = site.Clock;
        user.Id = Guid.CreateVersion7();
        user.SignIn = new SignInState { UserId = user.Id };
        user.CreatedAt =
            clock.DaysAgo(demo.State is DemoState.MustChange or DemoState.NoPassword ? RegisteredDaysAgo : site.Random.Next(90, 190));

        // Whoever has not set a password has proved nothing yet: neither is it offered as a colleague nor told by mail.
        user.EmailConfirmedAt = demo is { Email: not null, EmailConfirmed: true, State: not DemoState.NoPassword }
            ? user.CreatedAt.AddHours(1) : null;
        user.EmailBouncedAt = demo.EmailBounces ? clock.DaysAgo(BouncedDaysAgo) : null;
        (user.PasswordHash, user.PasswordChangedAt) = (passwordHash, PasswordChangedAt(site, user, demo));
        switch (demo.State)
        {
            case DemoState.Locked or DemoState.LockedForLong:
                Lock(site.Tenant, user.SignIn, demo.State, clock);
                break;
            case DemoState.Disabled:
                user.DisabledAt = DisabledAt(clock);
                break;
            case DemoState.MustChange:
                user.MustChangePassword = true;
                break;
            case DemoState.NoPassword:
                (user.PasswordHash, user.PasswordChangedAt) = (null, null);
                user.InvitedAt = site.Tenant.Profile.Operators is { FirstPassword: FirstPassword.Invitation } ? user.CreatedAt : null;
                break;
            case DemoState.TemporaryPassword:
                IssueTemporary(site, user, passwordHash);
                break;
            case DemoState.Dormant:
                (user.CreatedAt, user.PasswordChangedAt) = (clock.DaysAgo(DormantSinceDays * 2), clock.DaysAgo(DormantSinceDays * 2));
                (user.SignIn.LastSignInAt, user.DormantNoticeAt) = (clock.DaysAgo(DormantSinceDays), DormantNoticeAt(clock));
                break;
            case DemoState.ValidityEnding:
                user.ValidUntil = clock.Today.AddDays(10);
                break;
            case DemoState.ValidityEnded:
                user.ValidUntil = clock.Today.AddDays(-EndedDaysAgo);
                break;
            default:
                break;
        }
    }

    public static DateTimeOffset LockedAt(PortalTenant tenant, DemoClock clock) => tenant.Profile.Lockout.Ends == LockoutEnds.Timed
        ? clock.Now.AddMinutes(-TimedLockMinutesAgo)
        : clock.On(LockedDaysAgo, (9 * 60) + 5);

    public static DateTimeOffset? LockedUntil(PortalTenant tenant, DemoState state, DemoClock clock) => tenant.Profile.Lockout switch
    {
        { Ends: LockoutEnds.Timed } when state == DemoState.LockedForLong => LockedAt(tenant, clock).AddDays(LongLockDays),
        { Ends: LockoutEnds.Timed, Minutes: { } minutes } => LockedAt(tenant, clock).AddMinutes(minutes),
        _ => null,
    };

    public static DateTimeOffset DisabledAt(DemoClock clock) => clock.On(DisabledDaysAgo, 17 * 60);

    public static DateTimeOffset DormantNoticeAt(DemoClock clock) => clock.On(DormantNoticeDaysAgo, 3 * 60);

    public static DateTimeOffset TemporaryIssuedAt(DemoClock clock) => clock.Now.AddHours(-3);

    private static DateTimeOffset PasswordChangedAt(DemoSite site, PortalUser user, DemoUser demo) =>
        (site.Tenant.Profile.Password.MaximumAgeDays, demo.State) switch
        {
            (null, _) => user.CreatedAt.AddDays(1),
            ({ } age, DemoState.PasswordExpired) => site.Clock.DaysAgo(age + ExpiredDays),
            ({ } age, DemoState.PasswordExpiring) => site.Clock.DaysAgo(age - ExpiresInDays),
            _ => site.Clock.On(site.Random.Next(4, UsualPasswordAge), 20 * 60),
        };

    private static void Lock(PortalTenant tenant, SignInState state, DemoState wanted, DemoClock clock)
    {
        var limit = tenant.Profile.Lockout.Limit;
        (state.TotalFailures, state.Locks) = (limit, 1);
        state.FailureAddresses = string.Join(' ', Enumerable.Repeat(DemoHistory.Attacker, limit));
        if (tenant.Profile.Lockout.Ends == LockoutEnds.Void)
        {
            (state.StrangerFailures, state.VoidedAt) = (limit, LockedAt(tenant, clock));
            return;
        }

        (state.StrangerFailures, state.StrangerLockedAt) = (limit, LockedAt(tenant, clock));
        state.StrangerLockedUntil = LockedUntil(tenant, wanted, clock);
    }

    private static void IssueTemporary(DemoSite site, PortalUser user, string hash)
    {
        var issued = TemporaryIssuedAt(site.Clock);
        user.PasswordHash = null;
        site.Db.TemporaryPasswords.Add(new TemporaryPassword
        {
            Id = Guid.CreateVersion7(),
            TenantId = site.Tenant.Id,
            UserId = user.Id,
            Hash = hash,
            Origin = site.Tenant.TemporaryPasswords.ByManager ? TemporaryPasswordOrigin.Manager : TemporaryPasswordOrigin.Staff,
            IssuedAt = issued,
            ExpiresAt = issued + site.Tenant.TemporaryPasswords.Life,
        });
    }
}
