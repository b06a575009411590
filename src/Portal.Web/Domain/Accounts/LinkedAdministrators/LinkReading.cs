using Microsoft.EntityFrameworkCore;
using Portal.Rules.Delegation;
using Portal.Rules.LinkedAdministrators;
using Portal.Rules.Lockout;
using Portal.Rules.Passwords;
using Portal.Rules.SecondFactors;
using Portal.Web.Data;
using Portal.Web.Data.Entities;
using Portal.Web.Domain.Accounts.Standing;
using Portal.Web.Tenancy;

namespace Portal.Web.Domain.Accounts.LinkedAdministrators;

/// <summary>A link as its manager sees it.</summary>
/// <param name="Administrator">With its contract and holder.</param>
public sealed record LinkedId(AdministratorLink Link, PortalUser Administrator, LinkDecision Decision);

/// <summary>A link as the owner of the administrator ID sees it.</summary>
public sealed record LinkedBy(AdministratorLink Link, PortalUser Manager);

/// <summary>Reads links with all that decides what they are good for: one statement, however many there are.</summary>
public sealed class LinkReading(PortalDbContext db, CurrentTenant tenant, TimeProvider clock)
{
    /// <summary>The newest first (LINK-4).</summary>
    public Task<IReadOnlyList<LinkedId>> OfManagerAsync(Guid managerId) =>
        ReadAsync(db.AdministratorLinks.Where(link => link.ManagerId == managerId));

    /// <returns>Null where the manager has no such link.</returns>
    public async Task<LinkedId?> OneAsync(Guid managerId, Guid id) =>
        (await ReadAsync(db.AdministratorLinks.Where(link => link.Id == id && link.ManagerId == managerId))).SingleOrDefault();

    /// <summary>Who has linked the ID, the newest first (LINK-5).</summary>
    public async Task<IReadOnlyList<LinkedBy>> OfAdministratorAsync(Guid administratorId)
    {
        var rows = await (from link in db.AdministratorLinks.AsNoTracking()
                          join manager in db.Users.AsNoTracking() on link.ManagerId equals manager.Id
                          where link.AdministratorId == administratorId
                          orderby link.LinkedAt descending, link.Id descending
                          select new { link, manager }).ToListAsync();
        return rows.ConvertAll(row => new LinkedBy(row.link, row.manager));
    }

    /// <summary>Whether an account is an administrator ID that can be linked.</summary>
    public bool IsAdministrator(PortalUser user)
    {
        ArgumentNullException.ThrowIfNull(user);
        return user.Role == AccountRole.Manager && user.Door == tenant.Value.Profile.LinkedAdministrators?.AdministratorDoor;
    }

    /// <summary>Whether what the link has opened goes on.</summary>
    /// <param name="administrator">With its contract.</param>
    public bool GoesOn(AdministratorLink link, PortalUser administrator)
    {
        ArgumentNullException.ThrowIfNull(link);
        ArgumentNullException.ThrowIfNull(administrator);
        var now = clock.GetUtcNow();
        return LinkRules.GoesOn(AccountStandings.Of(administrator, tenant.Value, now), IsAdministrator(administrator), link.StaleSince,
            tenant.Value.LinkConfirmation, now);
    }

    private async Task<IReadOnlyList<LinkedId>> ReadAsync(IQueryable<AdministratorLink> links)
    {
        var rows = await (from link in links.AsNoTracking()
                          join user in db.Users.AsNoTracking() on link.AdministratorId equals user.Id
                          orderby link.LinkedAt descending, link.Id descending
                          select new Found(
                              link,
                              user,
                              user.Contract,
                              user.Contract!.Holder,
                              user.SignIn,
                              db.AuthenticatorApps.Count(app => app.UserId == user.Id && app.ConfirmedAt != null),
                              db.Passkeys.Count(passkey => passkey.UserId == user.Id),
                              db.RecoveryCodes.Count(code => code.UserId == user.Id && code.UsedAt == null))).ToListAsync();
        return rows.ConvertAll(Judge);
    }

    private LinkedId Judge(Found row)
    {
        var (user, now) = (row.User, clock.GetUtcNow());
        (user.Contract, user.SignIn) = (row.Contract, row.SignIn);
        if (row.Contract is not null)
        {
            row.Contract.Holder = row.Holder;
        }

        var facts = new LinkFacts(
            AccountStandings.Of(user, tenant.Value, now),
            IsAdministrator(user),
            IsLocked: row.SignIn is not { } state || LockFacts.Of(state.ToLockout(), now) is not null,
            HasOwnPassword: HasOwnPassword(user, now),
            row.Link.StaleSince,
            ProvedFactor: row.Link.FactorProvenAt is not null,
            AsksFactor: SecondFactorRules.IsAsked(tenant.Value.Factors, new FactorFacts(user.Role, user.MustHaveSecondFactor,
                user.WantsSecondFactor, user.Email is { Length: > 0 }, row.Apps, row.Passkeys, row.RecoveryCodes)));
        return new LinkedId(row.Link, user, LinkRules.Decide(facts, tenant.Value.LinkConfirmation, now));
    }

    private bool HasOwnPassword(PortalUser user, DateTimeOffset now) =>
        user is { PasswordHash: not null, MustChangePassword: false, PasswordChangedAt: { } changed }
        && PasswordAge.Evaluate(changed, tenant.Value.Passwords, now) is not PasswordAgeState.Expired;

    private sealed record Found(AdministratorLink Link, PortalUser User, Contract? Contract, Holder? Holder, SignInState? SignIn, int Apps,
        int Passkeys, int RecoveryCodes);
}
