using Portal.Web.Audit;
using Portal.Web.Tenancy.Profiles;

namespace Portal.Web.Data.Seed;

/// <summary>Lockouts of the past, each let in again the way the tenant has, and those that still stand.</summary>
internal sealed class DemoLockouts(DemoSite site)
{
    private const int SecondsBetweenTries = 21;

    private LockoutProfile Policy => site.Tenant.Profile.Lockout;

    /// <param name="number">How many there were before; the ways back in take turns.</param>
    public void Add(DemoLife life, DateTimeOffset at, int number)
    {
        Guess(life, at, life.Desk);
        switch (Policy.Ends)
        {
            case LockoutEnds.Void:
                life.Add(AuditKinds.PasswordVoided, at, new { failures = Policy.Limit, source = "Stranger" });
                Reset(life, at.AddMinutes(35), "Staff", released: false);
                break;
            case LockoutEnds.UntilReleased when life.Manager is null || number % 2 == 1:
                Lock(life, at, null);
                Reset(life, at.AddMinutes(12), "Mail", released: true);
                break;
            case LockoutEnds.Timed when life.Manager is null || number % 2 == 0 || Policy.ReleasedBy?.Contains("manager") != true:
                Lapse(life, at);
                break;
            default:
                Release(life, at);
                break;
        }
    }

    public void AddStanding(DemoLife life, DemoState state)
    {
        var at = DemoStates.LockedAt(site.Tenant, site.Clock);
        Guess(life, at, life.Desk with { Address = DemoHistory.Attacker });
        if (Policy.Ends == LockoutEnds.Void)
        {
            life.Add(AuditKinds.PasswordVoided, at, new { failures = Policy.Limit, source = "Stranger" },
                life.Desk with { Address = DemoHistory.Attacker });
            return;
        }

        Lock(life, at, DemoStates.LockedUntil(site.Tenant, state, site.Clock), life.Desk with { Address = DemoHistory.Attacker });
    }

    private void Guess(DemoLife life, DateTimeOffset last, DemoPlace place)
    {
        for (var i = Policy.Limit - 1; i >= 0; i--)
        {
            life.Fail(last.AddSeconds(-SecondsBetweenTries * i), place);
        }
    }

    private void Lock(DemoLife life, DateTimeOffset at, DateTimeOffset? until, DemoPlace? place = null) =>
        life.Add(AuditKinds.Locked, at.AddMilliseconds(1), new { failures = Policy.Limit, source = "Stranger", until }, place);

    private void Lapse(DemoLife life, DateTimeOffset at)
    {
        var until = at.AddMinutes(Policy.Minutes!.Value);
        Lock(life, at, until);
        life.BySystem(AuditKinds.ReleasedByTime, until, details: new { source = "Stranger" });
        life.SignIn(until.AddMinutes(3));
    }

    private void Release(DemoLife life, DateTimeOffset at)
    {
        Lock(life, at, Policy.Ends == LockoutEnds.Timed ? at.AddMinutes(Policy.Minutes!.Value) : null);
        life.Managed(AuditKinds.Released, at.AddMinutes(8));
        life.SignIn(at.AddMinutes(11));
    }

    /// <summary>A temporary password, the sign-in with it, and a password of one's own again.</summary>
    private void Reset(DemoLife life, DateTimeOffset at, string origin, bool released)
    {
        var details = new { origin, expires = at + site.Tenant.TemporaryPasswords.Life };
        if (origin == "Mail")
        {
            life.Add(AuditKinds.RecoveryRequested, at, new { requests = 1 });
            life.BySystem(AuditKinds.TemporaryPasswordIssued, at.AddMilliseconds(1), details: details);
        }
        else
        {
            life.Managed(AuditKinds.TemporaryPasswordIssued, at.AddMilliseconds(1), details: details);
        }

        if (released)
        {
            life.BySystem(AuditKinds.Released, at.AddMilliseconds(2), "TemporaryPassword", new { by = origin });
        }

        var session = life.SignIn(at.AddMinutes(4), "TemporaryPassword");
        life.Act(AuditKinds.PasswordChanged, at.AddMinutes(6), session);
    }
}
