using Portal.Rules.TenantPolicies;
using Portal.Web.Tenancy.Profiles;

namespace Portal.Web.Domain.Tenants;

/// <summary>Which policies protect less in one profile than in another (ADMIN-11).</summary>
public static class ProfileWeakening
{
    /// <summary>The paths of the values.</summary>
    public static IReadOnlyList<string> Between(TenantProfile before, TenantProfile after) =>
        PolicyStrength.Weaker(ProfileValues.Of(before), ProfileValues.Of(after));

    /// <summary>Whether that change waits for a second person: what is in force decides, not what is to come.</summary>
    public static bool NeedsApproval(TenantProfile before, TenantProfile after)
    {
        ArgumentNullException.ThrowIfNull(before);
        return before.Approval.Asks(Rules.Approvals.ApprovableActs.WeakerPolicy) && Between(before, after).Count > 0;
    }
}
