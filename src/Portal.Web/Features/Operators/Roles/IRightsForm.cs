using Portal.Rules.Delegation;

namespace Portal.Web.Features.Operators.Roles;

/// <summary>What a form says of somebody's rights: manager or not, and what it may do as one (CONT-5).</summary>
public interface IRightsForm
{
    bool Administrator { get; }

    string[] Permissions { get; }

    /// <summary>Those that the one who grants has itself.</summary>
    IReadOnlyList<Permission> Grantable { get; }

    /// <summary>With what comes with it; whatever else was sent is none.</summary>
    /// <param name="sent">Names of permissions.</param>
    static IReadOnlyList<Permission> Read(IReadOnlyCollection<string> sent) => Portal.Rules.Delegation.Permissions.Complete(
        [.. Portal.Rules.Delegation.Permissions.All.Where(permission => sent.Contains(permission.ToString()))]);
}
