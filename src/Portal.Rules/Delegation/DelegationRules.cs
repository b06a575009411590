namespace Portal.Rules.Delegation;

/// <summary>
/// What parents and contract managers may do to the accounts of their contract (OPER-4, OPER-5, CONT-3 to 5), and peers
/// to one another (USER-3). A linked manager is decided as the administrator ID that it has opened, and is nobody's
/// manager without one (LINK-5). Staff are decided by <see cref="StaffRules"/>.
/// </summary>
public static class DelegationRules
{
    /// <summary>May this one do that to the other?</summary>
    /// <param name="actor">Who acts; a staff role is never allowed anything here.</param>
    /// <param name="subject">Who is acted on; for <see cref="DelegatedAct.Register"/> the account to be, or use
    /// <see cref="MayRegister"/>.</param>
    /// <param name="act">What is done.</param>
    public static DelegationVerdict Decide(Actor actor, Subject subject, DelegatedAct act)
    {
        var verdict = actor.UserId == subject.UserId ? OnOneself(actor, act)
            : ArePeers(actor, subject) ? OnPeer(act)
            : OnAnother(actor, subject, act);
        return verdict == DelegationVerdict.Allowed && !IsPermitted(actor, subject, act) ? DelegationVerdict.Forbidden : verdict;
    }

    /// <summary>May this one do that in its contract as a whole: look at the list, register, export?</summary>
    /// <param name="actor">Who acts.</param>
    /// <param name="act">What is done.</param>
    public static bool MayInContract(Actor actor, DelegatedAct act) =>
        actor.ContractId is not null && (IsManager(actor) ? Has(actor, act) : IsPeer(actor) && OnPeer(act) == DelegationVerdict.Allowed);

    /// <summary>May this one register a new account in that contract?</summary>
    /// <param name="actor">Who acts.</param>
    /// <param name="contractId">The contract of the new account.</param>
    public static bool MayRegister(Actor actor, Guid contractId) =>
        actor.ContractId == contractId && MayInContract(actor, DelegatedAct.Register);

    /// <summary>Nobody grants more than they have themselves (CONT-5).</summary>
    /// <param name="actor">Who grants.</param>
    /// <param name="granted">The permissions to be granted; null = all of the role.</param>
    public static bool MayGrantPermissions(Actor actor, IReadOnlySet<DelegatedAct>? granted) =>
        IsManager(actor) && Has(actor, DelegatedAct.GrantRole)
        && (actor.Permissions is null || (granted is not null && granted.IsSubsetOf(actor.Permissions)));

    private static DelegationVerdict OnOneself(Actor actor, DelegatedAct act) => actor.Role switch
    {
        AccountRole.Member => OfMemberOnItself(actor, act),
        AccountRole.Manager => OfManagerOnItself(act),
        _ => DelegationVerdict.Forbidden,
    };

    // OPER-4: who could change its own keyword and address with a found-open session would own the way back in as well.
    private static DelegationVerdict OfMemberOnItself(Actor actor, DelegatedAct act) => act switch
    {
        DelegatedAct.See or DelegatedAct.EditDetails => DelegationVerdict.Allowed,
        DelegatedAct.Remove when IsPeer(actor) => DelegationVerdict.OneSelf,
        _ => DelegationVerdict.Forbidden,
    };

    private static DelegationVerdict OfManagerOnItself(DelegatedAct act) => act switch
    {
        DelegatedAct.ReleaseLockout or DelegatedAct.IssueTemporaryPassword or DelegatedAct.Disable or DelegatedAct.Enable
            or DelegatedAct.GrantRole or DelegatedAct.RemoveFactor or DelegatedAct.SendResetLink
                or DelegatedAct.Remove or DelegatedAct.ActFor or DelegatedAct.GrantMembership => DelegationVerdict.OneSelf,
        _ => DelegationVerdict.Allowed,
    };

    // Peers add and remove one another; what an account signs in with stays its owner's alone.
    private static DelegationVerdict OnPeer(DelegatedAct act) =>
        act is DelegatedAct.See or DelegatedAct.Register or DelegatedAct.Remove ? DelegationVerdict.Allowed : DelegationVerdict.Forbidden;

    private static DelegationVerdict OnAnother(Actor actor, Subject subject, DelegatedAct act) => subject.Role switch
    {
        _ when !IsManager(actor) || actor.ContractId is null || actor.ContractId != subject.ContractId => DelegationVerdict.Hidden,
        AccountRole.Member => OnAccount(actor, subject, act),
        AccountRole.Manager => OnManager(actor, subject, act),
        _ => DelegationVerdict.Hidden,
    };

    private static DelegationVerdict OnManager(Actor actor, Subject subject, DelegatedAct act) => act switch
    {
        // In another manager's place one would hold what nobody has granted (AZ-06); proxies are for users.
        DelegatedAct.ActFor => DelegationVerdict.Forbidden,
        DelegatedAct.Disable or DelegatedAct.GrantRole or DelegatedAct.Remove when subject.IsLastActiveManager =>
            DelegationVerdict.LastManager,
        _ when GivesPowerOver(act) && !HoldsAllOf(actor, subject.Permissions) => DelegationVerdict.Forbidden,
        _ => OnAccount(actor, subject, act),
    };

    // Whatever it is at home, it may manage other contracts by memberships. Its role at home gives none of that, and is
    // no reason to keep it.
    private static DelegationVerdict OnAccount(Actor actor, Subject subject, DelegatedAct act) => act switch
    {
        DelegatedAct.GrantRole => DelegationVerdict.Allowed,
        DelegatedAct.Disable or DelegatedAct.Remove when subject.IsLastElsewhere => DelegationVerdict.LastManager,
        _ => GivesPowerOver(act) && !IsEqualElsewhere(actor, subject, act) ? DelegationVerdict.Forbidden : DelegationVerdict.Allowed,
    };

    // AZ-06: with another's address or factor in hand one would sign in as that manager, and so hold what nobody has
    // granted. Who may do more is not shut out, and not let in again, by who may do less.
    private static bool GivesPowerOver(DelegatedAct act) => act
        is DelegatedAct.EditRecovery or DelegatedAct.ChangeLoginId or DelegatedAct.IssueTemporaryPassword or DelegatedAct.RemoveFactor
        or DelegatedAct.GrantRole or DelegatedAct.Disable or DelegatedAct.Enable or DelegatedAct.EndSessions or DelegatedAct.Remove;

    /// <summary>
    /// What an account signs in with is the way into every contract that it manages, so one has to manage them as well
    /// (AZ-06). To shut it out is for the managers of its home, whose people it is of; they gain nothing by it.
    /// </summary>
    /// <param name="act">What is to be done to it.</param>
    public static bool TakesHold(DelegatedAct act) => act
        is DelegatedAct.EditRecovery or DelegatedAct.ChangeLoginId or DelegatedAct.IssueTemporaryPassword or DelegatedAct.RemoveFactor;

    private static bool IsEqualElsewhere(Actor actor, Subject subject, DelegatedAct act) => subject.Elsewhere.All(each =>
        each.Role != AccountRole.Manager || (TakesHold(act)
            ? each.OfActor is { Role: AccountRole.Manager } own && Covers(own.Permissions, each.Permissions)
            : HoldsAllOf(actor, each.Permissions)));

    /// <param name="actor">Who acts.</param>
    /// <param name="permissions">Another manager's; null = all of the role.</param>
    internal static bool HoldsAllOf(Actor actor, IReadOnlySet<DelegatedAct>? permissions) => Covers(actor.Permissions, permissions);

    private static bool Covers(IReadOnlySet<DelegatedAct>? own, IReadOnlySet<DelegatedAct>? others) =>
        own is null || (others is not null && others.IsSubsetOf(own));

    private static bool IsPermitted(Actor actor, Subject subject, DelegatedAct act) =>
        Has(actor, act) || (act == DelegatedAct.See && actor.UserId == subject.UserId);

    // AZ-23: a file shows no more than the page, so nobody takes away what it may not see.
    private static bool Has(Actor actor, DelegatedAct act) => actor.Permissions is null
        || (actor.Permissions.Contains(act) && (act != DelegatedAct.Export || actor.Permissions.Contains(DelegatedAct.See)));

    private static bool ArePeers(Actor actor, Subject subject) =>
        IsPeer(actor) && subject.Role == AccountRole.Member && subject.PeerGroup == actor.PeerGroup && subject.ContractId is not null
            && subject.ContractId == actor.ContractId;

    private static bool IsPeer(Actor actor) => actor.Role == AccountRole.Member && actor.PeerGroup is not null;

    private static bool IsManager(Actor actor) => actor.Role == AccountRole.Manager;
}
