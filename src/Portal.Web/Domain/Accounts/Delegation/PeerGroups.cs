using Portal.Web.Data.Entities;
using Portal.Web.Domain.Accounts.Identity;
using Portal.Web.Tenancy;

namespace Portal.Web.Domain.Accounts.Delegation;

/// <summary>
/// Whose users are peers (USER-1): those of one login ID, where a pair signs in; else those of one contract.
/// </summary>
public static class PeerGroups
{
    /// <returns>Null where the tenant has no peers.</returns>
    public static string? Of(PortalTenant tenant, PortalUser user)
    {
        ArgumentNullException.ThrowIfNull(tenant);
        ArgumentNullException.ThrowIfNull(user);
        if (tenant.Profile.Operators is not { EveryUser: true } || user.ContractId is not { } contractId)
        {
            return null;
        }

        var door = tenant.Door(user.Door);
        return door.Second is null ? contractId.ToString() : LoginKeys.Canonical(door.Identifier.Kind, user.UserName!);
    }

    /// <summary>Those accounts of a contract that this one knows of.</summary>
    public static IQueryable<PortalUser> Among(IQueryable<PortalUser> users, PortalTenant tenant, PortalUser who)
    {
        ArgumentNullException.ThrowIfNull(tenant);
        if (Of(tenant, who) is null || tenant.Door(who.Door) is not { Second: not null } door)
        {
            return users;
        }

        var prefix = LoginKeys.Prefix(door, who.UserName!);
        return users.Where(row => row.Door == door.Key && row.NormalizedUserName!.StartsWith(prefix));
    }
}
