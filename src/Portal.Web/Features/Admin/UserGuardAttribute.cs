using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.EntityFrameworkCore;
using Portal.Rules.Delegation;
using Portal.Web.Data;
using Portal.Web.Data.Entities;
using Portal.Web.Http.Guards;
using Portal.Web.Tenancy;

namespace Portal.Web.Features.Admin;

/// <summary>One account of a tenant within reach.</summary>
/// <param name="User">With contract, holder and sign-in state; not tracked.</param>
/// <param name="Act">What is to be done with it.</param>
public sealed record UserTarget(PortalTenant Tenant, PortalUser User, DelegatedAct Act)
{
    public string Path => StaffPaths.User(Tenant.Slug, User.Id);

    /// <summary>Invited, and without a password until today.</summary>
    public bool IsInvited => User is { PasswordHash: null, InvitedAt: not null, DisabledAt: null };

    /// <summary>Looks after others, here or in another contract of its holder; for acts that depend on it.</summary>
    public bool IsManager { get; init; }
}

/// <summary>
/// The account that the address names, for an act that its tenant and one's role allow; the action gets it as <see
/// cref="UserTarget"/>.
/// </summary>
public sealed class UserGuardAttribute(DelegatedAct act = DelegatedAct.See) : GuardAttribute
{
    public DelegatedAct Act { get; } = act;

    public override IFilterMetadata CreateInstance(IServiceProvider serviceProvider) =>
        Make<UserGuard, UserGuardAttribute>(serviceProvider, this);
}

public sealed class UserGuard(UserGuardAttribute asked, StaffReach reach, PortalDbContext db) : StaffGuard(reach)
{
    private static readonly DelegatedAct[] DependOnManagers = [DelegatedAct.EditDetails, DelegatedAct.RemoveFactor];
    private readonly StaffReach reach = reach;

    protected override async Task<object?> FindAsync(PortalTenant tenant, ActionExecutingContext context)
    {
        var id = Id(context);
        if (asked.Act != DelegatedAct.See && !reach.MayAct(tenant, id, asked.Act))
        {
            return null;
        }

        var user = await reach.InsideAsync(tenant, () => db.Users.Include(row => row.SignIn).Include(row => row.Contract!.Holder)
            .AsNoTracking().SingleOrDefaultAsync(row => row.Id == id));
        return user is null ? null : new UserTarget(tenant, user, asked.Act)
        {
            IsManager = DependOnManagers.Contains(asked.Act) && (user.Role is AccountRole.Manager or AccountRole.LinkedManager
                || (user.HasMemberships && await reach.InsideAsync(tenant,
                    () => db.Memberships.AnyAsync(row => row.UserId == id && row.Role == AccountRole.Manager)))),
        };
    }
}
