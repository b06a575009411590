using Portal.Rules.Delegation;
using Portal.Web.Data.Entities;
using Portal.Web.Domain.Accounts.Memberships;

namespace Portal.Web.Features.Admin.Memberships;

/// <summary>What the staff does about memberships, inside the tenant.</summary>
public sealed class StaffMemberships(MembershipService memberships, StaffReach reach)
{
    public Task<Membership?> FindAsync(ContractTarget target, Guid user)
    {
        ArgumentNullException.ThrowIfNull(target);
        return reach.InsideAsync(target.Tenant, () => memberships.FindAsync(target.Contract.Id, user));
    }

    public Task<MembershipOutcome> GrantAsync(ContractTarget target, string loginId, AccountRole role, string reason)
    {
        ArgumentNullException.ThrowIfNull(target);
        return reach.InsideAsync(target.Tenant, () => memberships.GrantAsync(target.Contract, loginId, role, reason));
    }

    public Task<MembershipOutcome> WithdrawAsync(ContractTarget target, Guid user, string reason)
    {
        ArgumentNullException.ThrowIfNull(target);
        return reach.InsideAsync(target.Tenant, () => memberships.WithdrawAsync(target.Contract, user, reason));
    }
}
