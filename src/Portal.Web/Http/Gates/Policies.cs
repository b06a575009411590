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

    internal static void Configure(AuthorizationOptions options)
    {
        options.FallbackPolicy = options.DefaultPolicy = new AuthorizationPolicyBuilder().RequireAuthenticatedUser().Build();
        Add(options, Manager, TenantRealm, AccountRole.Manager);
        Add(options, Agent, StaffRealm, AccountRole.Agent, AccountRole.TenantAdministrator, AccountRole.SystemAdministrator);
        Add(options, TenantAdministrator, StaffRealm, AccountRole.TenantAdministrator, AccountRole.SystemAdministrator);
        Add(options, SystemAdministrator, StaffRealm, AccountRole.SystemAdministrator);
    }

    private static void Add(AuthorizationOptions options, string name, string realm, params AccountRole[] roles) =>
        options.AddPolicy(name,
            policy => policy.RequireAuthenticatedUser().RequireClaim(RealmClaim, realm).RequireRole(roles.Select(role => role.ToString())));
}
