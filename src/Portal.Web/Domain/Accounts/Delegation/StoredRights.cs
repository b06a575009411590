using Portal.Rules.Delegation;

namespace Portal.Web.Domain.Accounts.Delegation;

/// <summary>Rights as they were and as they are to be, of an account or in one of its contracts.</summary>
/// <param name="Role">Member or manager.</param>
/// <param name="Permissions">As a row keeps them.</param>
internal readonly record struct StoredRights(AccountRole Role, string? Permissions)
{
    /// <summary>Of a manager those permissions; a member has none.</summary>
    public static StoredRights Of(AccountRole role, IReadOnlyCollection<Permission> permissions) =>
        new(role, role == AccountRole.Manager ? UserPermissions.Text(permissions) : null);

    /// <summary>What the audit log keeps of the change: what was before, and after.</summary>
    public Dictionary<string, string?[]> ChangesTo(StoredRights later)
    {
        var changes = new Dictionary<string, string?[]>();
        if (Role != later.Role)
        {
            changes["role"] = [Role.ToString(), later.Role.ToString()];
        }

        if (Permissions != later.Permissions)
        {
            changes["permissions"] = [Permissions, later.Permissions];
        }

        return changes;
    }
}
