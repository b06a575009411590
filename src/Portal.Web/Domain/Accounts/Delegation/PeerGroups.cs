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

    /// <returns>Null where everybody of a contract is found.</returns>
    public static PeerPrefix? PrefixOf(PortalTenant tenant, PortalUser who)
    {
        ArgumentNullException.ThrowIfNull(tenant);
        ArgumentNullException.ThrowIfNull(who);
        return Of(tenant, who) is not null && tenant.Door(who.Door) is { Second: not null } door
            ? new PeerPrefix(door.Key, LoginKeys.Prefix(door, who.UserName!))
            : null;
    }

    /// <summary>Those accounts of a contract that this one knows of.</summary>
    public static IQueryable<PortalUser> Among(IQueryable<PortalUser> users, PeerPrefix? peers) =>
        peers is null ? users : users.Where(row => row.Door == peers.Door && row.NormalizedUserName!.StartsWith(peers.Prefix));
}

/// <summary>How the login IDs of peers begin, at their door.</summary>
public sealed record PeerPrefix(string Door, string Prefix);
