using Portal.Rules.Delegation;
using Portal.Web.Data.Entities;

namespace Portal.Web.Domain.Accounts.Delegation;

/// <summary>Permissions as an account's row keeps them: null = all of its role (CONT-5).</summary>
public static class UserPermissions
{
    public static IReadOnlyList<Permission> Of(PortalUser user)
    {
        ArgumentNullException.ThrowIfNull(user);
        return Of(user.Permissions);
    }

    /// <param name="permissions">As a row keeps them.</param>
    public static IReadOnlyList<Permission> Of(string? permissions) => permissions is null
        ? Permissions.All
        : Permissions.Complete([.. permissions.Split(',').Select(Named).OfType<Permission>()]);

    private static Permission? Named(string name) => Enum.TryParse<Permission>(name, out var permission) ? permission : null;

    /// <summary>What the rules take: null = all.</summary>
    public static IReadOnlySet<DelegatedAct>? Acts(PortalUser user)
    {
        ArgumentNullException.ThrowIfNull(user);
        return Acts(user.Permissions);
    }

    /// <param name="permissions">As a row keeps them.</param>
    public static IReadOnlySet<DelegatedAct>? Acts(string? permissions) => permissions is null ? null : Permissions.Acts(Of(permissions));

    internal static string? Text(IReadOnlyCollection<Permission> permissions) =>
        Permissions.All.All(permissions.Contains) ? null : string.Join(',', Permissions.Complete(permissions));
}
