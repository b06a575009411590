using Portal.Rules.Cases;
using Portal.Rules.Delegation;
using Portal.Web.Data.Entities;

namespace Portal.Web.Domain.Cases;

/// <summary>A customer's person in front of the cases of its contract.</summary>
public sealed record CaseReader(Guid UserId, Guid ContractId, bool IsManager, CaseVisibility Visibility)
{
    /// <returns>Null for who belongs to no contract and so has no cases.</returns>
    public static CaseReader? Of(PortalUser user)
    {
        ArgumentNullException.ThrowIfNull(user);
        return user is { ContractId: { } contractId, Contract: { } contract }
            ? new CaseReader(user.Id, contractId, user.Role == AccountRole.Manager, contract.CaseVisibility)
            : null;
    }

    /// <summary>Whether it is this one's to say who else sees the case.</summary>
    public bool Manages(SupportCase row)
    {
        ArgumentNullException.ThrowIfNull(row);
        return IsManager || row.AuthorId == UserId;
    }

    /// <summary>Whether this one, who sees the case, adds that colleague.</summary>
    public bool MayAdd(SupportCase row, Guid colleague)
    {
        ArgumentNullException.ThrowIfNull(row);
        return new CaseAdding(Manages(row), colleague == UserId, row.IsConfidential, Visibility).IsAllowed;
    }
}
