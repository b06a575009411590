using Microsoft.AspNetCore.Authorization;
using Portal.Rules.Delegation;

namespace Portal.Web.Http.Gates;

/// <summary>Names of the policies, for [Authorize(Policy = …)]. Without one a page asks for a signed-in user.</summary>
public static class Policies
{
    /// <summary>A manager of a contract, in a tenant's portal.</summary>
    public const string Manager = "Manager";

    /// <summary>Any of the provider's staff.</summary>
    public const string Agent = "Agent";
    public const string TenantAdministrator = "TenantAdministrator";
    public const string SystemAdministrator = "SystemAdministrator";

    internal const string RealmClaim = "realm";
    internal const string StaffRealm = "staff";
    internal const string TenantRealm = "tenant";

    private static readonly Dictionary<string, (string Realm, AccountRole[] Roles)> Known = new()
    {
        [Manager] = (TenantRealm, [AccountRole.Manager]),
        [Agent] = (StaffRealm, [AccountRole.Agent, AccountRole.TenantAdministrator, AccountRole.SystemAdministrator]),
        [TenantAdministrator] = (StaffRealm, [AccountRole.TenantAdministrator, AccountRole.SystemAdministrator]),
        [SystemAdministrator] = (StaffRealm, [AccountRole.SystemAdministrator]),
    };

    /// <summary>Whether a page under that policy lets somebody in who is signed in.</summary>
    internal static bool LetsIn(string? policy, bool isStaff, AccountRole role) => policy is null
        || (Known.TryGetValue(policy, out var known) && known.Realm == (isStaff ? StaffRealm : TenantRealm)
            && known.Roles.Contains(role));

    internal static void Configure(AuthorizationOptions options)
    {
        options.FallbackPolicy = options.DefaultPolicy = new AuthorizationPolicyBuilder().RequireAuthenticatedUser().Build();
        foreach (var (name, (realm, roles)) in Known)
        {
            options.AddPolicy(name, policy => policy.RequireAuthenticatedUser().RequireClaim(RealmClaim, realm)
                .RequireRole(roles.Select(role => role.ToString())));
        }
    }
}
