namespace Portal.Rules.Delegation;

/// <summary>
/// Memberships: people of a contract who work for other contracts of the same holder as well, with rights of their own
/// in each. A contract's managers let them in, so that nobody gives away what it does not hold (CONT-2, CONT-5, AZ-06).
/// </summary>
public static class MembershipRules
{
    /// <summary>May this manager let that one work for its contract?</summary>
    /// <param name="actor">Who grants, for the contract it works for.</param>
    /// <param name="holderId">The holder of that contract.</param>
    /// <param name="candidate">Whom the ID names; null = nobody.</param>
    /// <param name="granted">What it is to be there.</param>
    public static MembershipVerdict Grant(Actor actor, Guid holderId, MembershipCandidate? candidate, MembershipGrant granted)
    {
        if (!DelegationRules.MayInContract(actor, DelegatedAct.GrantMembership) || !MayGive(actor, granted))
        {
            return MembershipVerdict.Forbidden;
        }

        return candidate?.UserId == actor.UserId ? MembershipVerdict.OneSelf : CanHave(actor.ContractId, holderId, candidate);
    }

    /// <summary>Can that one have a membership of the contract at all, whoever gives it?</summary>
    /// <param name="contractId">The contract; null = none, which has no members.</param>
    /// <param name="holderId">Its holder.</param>
    /// <param name="candidate">Whom the ID names; null = nobody.</param>
    public static MembershipVerdict CanHave(Guid? contractId, Guid holderId, MembershipCandidate? candidate) => candidate switch
    {
        null or { Role: not (AccountRole.Member or AccountRole.Manager) } => MembershipVerdict.Unknown,
        _ when contractId is null || candidate.HolderId != holderId || candidate.ContractId is null => MembershipVerdict.Unknown,
        _ when candidate.ContractId == contractId => MembershipVerdict.AtHome,
        { IsMember: true } => MembershipVerdict.Already,
        _ => MembershipVerdict.Allowed,
    };

    /// <summary>May this manager change or withdraw what another one is in its contract?</summary>
    /// <param name="actor">Who does it, for the contract it works for.</param>
    /// <param name="userId">Whose membership it is.</param>
    /// <param name="former">What it was.</param>
    /// <param name="isLastManager">Nobody else manages the contract.</param>
    /// <param name="later">What it is to be; null = nothing any more.</param>
    public static MembershipVerdict Change(Actor actor, Guid userId, MembershipGrant former, bool isLastManager, MembershipGrant? later)
    {
        var isManager = former.Role == AccountRole.Manager;
        return actor switch
        {
            _ when !DelegationRules.MayInContract(actor, DelegatedAct.GrantMembership) => MembershipVerdict.Forbidden,
            _ when actor.UserId == userId => MembershipVerdict.OneSelf,
            _ when isManager && !DelegationRules.HoldsAllOf(actor, former.Permissions) => MembershipVerdict.Forbidden,
            _ when later is not null && !MayGive(actor, later) => MembershipVerdict.Forbidden,
            _ when isManager && isLastManager && later?.Role != AccountRole.Manager => MembershipVerdict.LastManager,
            _ => MembershipVerdict.Allowed,
        };
    }

    private static bool MayGive(Actor actor, MembershipGrant granted) => granted.Role switch
    {
        AccountRole.Member => true,
        AccountRole.Manager => DelegationRules.MayGrantPermissions(actor, granted.Permissions),
        _ => false,
    };
}
