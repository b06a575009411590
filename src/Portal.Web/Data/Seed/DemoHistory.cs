using Portal.Rules.Delegation;
using Portal.Rules.SecondFactors;
using Portal.Web.Audit;
using Portal.Web.Data.Entities;
using Portal.Web.Domain.Accounts.Identity;
using Portal.Web.Domain.Accounts.Passwords;
using Portal.Web.Domain.Accounts.Sessions;

namespace Portal.Web.Data.Seed;

/// <summary>
/// Sixty days in the life of a tenant's accounts, as the application itself would have recorded them: the last sign-in
/// of a row is its last event, and every lock has its release unless it still stands (LOCK-9).
/// </summary>
internal sealed class DemoHistory(DemoSite site)
{
    /// <summary>Where guesses come from.</summary>
    public const string Attacker = "198.51.100.23";

    private const int Days = 59;
    private const int OpensAt = 8 * 60;
    private const int ClosesAt = 19 * 60;
    private const int MinutesOfDay = 24 * 60;
    private const int FurtherSessionsEvery = 17;

    /// <summary>What begins with a sign-in or a lock has ended after this time.</summary>
    private static readonly TimeSpan LongestStory = TimeSpan.FromMinutes(95);

    private readonly DemoPlaces places = new(site.Random);
    private readonly DemoLockouts lockouts = new(site);
    private readonly List<DemoEvent> events = [];

    public IEnumerable<DemoEvent> InOrder => events.OrderBy(happened => happened.At);

    public void Add(int number, PortalUser user, DemoUser demo)
    {
        var life = new DemoLife(user, places.Desk(user.ContractId, number), ManagerOf(user), events, site.Random);
        if (demo.SignsIn)
        {
            AddSignIns(life, demo);
            AddToday(life, demo);
            AddLiveSessions(life, demo.LiveSessions);
        }

        AddPasswordChange(life);
        AddEnd(life, demo);
    }

    private PortalUser? ManagerOf(PortalUser user) =>
        site.Members.Select(member => member.User)
            .FirstOrDefault(other => other.ContractId is not null && other.ContractId == user.ContractId
                && other.Role == AccountRole.Manager && other != user);

    private void AddSignIns(DemoLife life, DemoUser demo)
    {
        var last = LastDay(demo.State);
        var days = Enumerable.Range(last, Days - last).OrderBy(_ => site.Random.Next()).Take(demo.SignIns).OrderDescending().ToList();
        for (var i = 0; i < days.Count; i++)
        {
            var at = Moment(days[i]);

            // Locks are spread over the time, but none is the last thing that happened.
            if (i < days.Count - 1 && i % 3 == 1 && i / 3 < demo.Lockouts)
            {
                lockouts.Add(life, at, i / 3);
            }
            else
            {
                AddSlips(life, at);
                SignIn(life, demo, at);
            }
        }
    }

    /// <summary>
    /// The day until now; now and then somebody is locked and let in again.
    /// </summary>
    private void AddToday(DemoLife life, DemoUser demo)
    {
        if (LastDay(demo.State) > 1 || demo.LiveSessions > 0 || site.Random.Next(3) == 0)
        {
            return;
        }

        var at = Moment(0);
        if (at > site.Clock.Now - LongestStory)
        {
            return;
        }

        if (site.Random.Next(12) == 0)
        {
            lockouts.Add(life, at, site.Random.Next(2));
        }
        else
        {
            AddSlips(life, at);
            SignIn(life, demo, at);
        }
    }

    /// <summary>Most come in office hours, those who watch networks at any hour.</summary>
    private DateTimeOffset Moment(int daysAgo)
    {
        var minute = site.Random.Next(5) == 0 ? site.Random.Next(MinutesOfDay) : site.Random.Next(OpensAt, ClosesAt);
        return site.Clock.On(daysAgo, minute).AddSeconds(site.Random.Next(60));
    }

    private void AddSlips(DemoLife life, DateTimeOffset at)
    {
        var slips = site.Random.Next(10) switch { 0 => 2, 1 => 1, _ => 0 };
        for (; slips > 0; slips--)
        {
            life.Fail(at.AddSeconds(-25 * slips), life.Desk);
        }
    }

    private void SignIn(DemoLife life, DemoUser demo, DateTimeOffset at)
    {
        if (SecondFactorRules.IsAsked(site.Tenant.Factors, demo.Factors))
        {
            life.Add(AuditKinds.SignInPasswordAccepted, at.AddSeconds(-45));
            if (demo.AppSecret is null)
            {
                life.Add(AuditKinds.SignInCodeSent, at.AddSeconds(-44));
            }
        }

        var session = life.SignIn(at);
        if (site.Random.Next(2) == 0)
        {
            life.Act(AuditKinds.SignedOut, at.AddMinutes(site.Random.Next(4, 90)), session);
        }
    }

    private void AddLiveSessions(DemoLife life, int count)
    {
        for (var i = count; i > 0; i--)
        {
            // Within the shortest idle time of all tenants, so that they are live when the demonstration starts.
            var began = site.Clock.Now.AddMinutes(-9 - (FurtherSessionsEvery * i));
            var (before, address, browser) =
                (life.User.SignIn!.LastSignInAt, life.User.SignIn.LastSignInAddress, life.User.SignIn.LastSignInBrowser);
            var hash = Tokens.Hash(Tokens.Create());
            life.SignIn(began, sessionHash: SessionService.HashText(hash));
            site.Db.Sessions.Add(new Session
            {
                Id = Guid.CreateVersion7(began),
                TenantId = site.Tenant.Id,
                SidHash = hash,
                UserId = life.User.Id,
                SecurityStamp = life.User.SecurityStamp!,
                CreatedAt = began,
                ProvenAt = began,
                LastSeenAt = site.Clock.Now.AddMinutes(-i),
                ExpiresAt = began + site.Tenant.AbsoluteTime,
                Address = life.Desk.Address,
                Browser = life.Desk.Browser,
                PreviousSignInAt = before,
                PreviousAddress = address,
                PreviousBrowser = browser,
            });
        }
    }

    private void AddPasswordChange(DemoLife life)
    {
        if (life.User.PasswordChangedAt is { } changed && changed > site.Clock.DaysAgo(Days))
        {
            life.Act(AuditKinds.PasswordChanged, changed);
        }
    }

    private void AddEnd(DemoLife life, DemoUser demo)
    {
        switch (demo.State)
        {
            case DemoState.Locked or DemoState.LockedForLong:
                lockouts.AddStanding(life, demo.State);
                break;
            case DemoState.Disabled:
                life.Managed(AuditKinds.UserDisabled, DemoStates.DisabledAt(site.Clock));
                break;
            case DemoState.MustChange or DemoState.NoPassword:
                life.Managed(AuditKinds.UserRegistered, life.User.CreatedAt,
                    details: new { role = life.User.Role.ToString(), email = life.User.Email });
                break;
            case DemoState.TemporaryPassword:
                life.Managed(AuditKinds.TemporaryPasswordIssued, DemoStates.TemporaryIssuedAt(site.Clock),
                    details: new { origin = site.Tenant.TemporaryPasswords.ByManager ? "Manager" : "Staff" });
                break;
            case DemoState.Dormant:
                life.BySystem(AuditKinds.DormantNoticeSent, DemoStates.DormantNoticeAt(site.Clock));
                break;
            default:
                break;
        }
    }

    private static int LastDay(DemoState state) => 1 + state switch
    {
        DemoState.Locked or DemoState.LockedForLong => DemoStates.LockedDaysAgo,
        DemoState.Disabled => DemoStates.DisabledDaysAgo,
        DemoState.ValidityEnded => DemoStates.EndedDaysAgo,
        DemoState.PasswordExpired => DemoStates.ExpiredDays,
        _ => 0,
    };
}
