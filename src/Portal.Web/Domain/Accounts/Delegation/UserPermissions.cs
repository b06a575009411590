using Portal.Rules.Delegation;
using Portal.Web.Data.Entities;

namespace Portal.Web.Domain.Accounts.Delegation;

/// <summary>Permissions as an account's row keeps them: null = all of its role (CONT-5).</summary>
public static class UserPermissions
{
    public static IReadOnlyList<Permission> Of(PortalUser user)
    {
        ArgumentNullException.ThrowIfNull(user);
        return user.Permissions is null
            ? Permissions.All
            : [.. user.Permissions.Split(',')
                .Select(name => Enum.TryParse<Permission>(name, out var permission) ? permission : (Permission?)null).OfType<Permission>()];
    }

    /// <summary>What the rules take: null = all.</summary>
    public static IReadOnlySet<DelegatedAct>? Acts(PortalUser user)
    {
        ArgumentNullException.ThrowIfNull(user);
        return user.Permissions is null ? null : Permissions.Acts(Of(user));
    }

    internal static string? Text(IReadOnlyCollection<Permission> permissions) =>
        Permissions.All.All(permissions.Contains) ? null : string.Join(',', permissions.Distinct().Order());
}
