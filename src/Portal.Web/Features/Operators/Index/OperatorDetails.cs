using Microsoft.EntityFrameworkCore;
using Portal.Rules.Delegation;
using Portal.Web.Domain.Accounts.Delegation;
using Portal.Web.Domain.Accounts.Factors;
using Portal.Web.Domain.Accounts.Lockout;
using Portal.Web.Domain.Accounts.Memberships;
using Portal.Web.Tenancy;

namespace Portal.Web.Features.Operators.Index;

/// <summary>Reads what the page of one ID shows.</summary>
public sealed class OperatorDetails(Delegates delegates, OperatorQuery operators, FactorRequirement factors, ContractNames contracts,
    MembershipService memberships, LockCauses causes, FactorReset resets, CurrentTenant tenant)
{
    /// <param name="back">The list as it was left.</param>
    public async Task<OperatorDetail> OfAsync(Delegation.Granted granted, OperatorFilter back)
    {
        ArgumentNullException.ThrowIfNull(granted);
        var grants = DelegatedActs.AreOffered(tenant.Value, DelegatedAct.GrantRole);
        var row = await operators.OneAsync(granted.Subject);
        var acts = await delegates.ActsAsync(granted.Actor, granted.Subject);
        return new OperatorDetail(granted.Actor, row, acts, back)
        {
            LockCause = row.Lock is { } held ? await causes.OfAsync(granted.Subject.Id, held, tenant.Value.Lockout) : LockCause.Passwords,
            HasFactors = acts.Contains(DelegatedAct.RemoveFactor) && await resets.HasAnyAsync(granted.Subject.Id),
            Contract = grants ? await contracts.OfAsync(granted.Subject) : null,
            Memberships = granted.Subject.HasMemberships ? await memberships.OfUser(granted.Subject.Id).ToListAsync() : [],
            Grants = grants,
            FactorIsOpen = factors.IsOpen,
        };
    }
}
