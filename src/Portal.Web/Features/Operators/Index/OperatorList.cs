using Portal.Rules.Delegation;
using Portal.Web.Data.Entities;
using Portal.Web.Domain.Accounts.Lockout;
using Portal.Web.Features.Shared.Lists;
using Portal.Web.Http.Places;

namespace Portal.Web.Features.Operators.Index;

/// <param name="Acts">What the one who looks may do in its contract as a whole.</param>
/// <param name="Room">How many more the login ID may have, where it is shared by several users; null elsewhere and for
/// whoever registers nobody.</param>
public sealed record OperatorList(PortalUser Who, OperatorFilter Filter, ListFrame Frame, IReadOnlySet<DelegatedAct> Acts, int? Room)
{
    /// <summary>People of other contracts can be let in, or are in still.</summary>
    public bool HasMemberships { get; init; }

    /// <summary>Some kinds of numbers are not listed, and the page says so (LINK-2).</summary>
    public bool HidesNumbers { get; init; }

    /// <summary>
    /// Number and holder, where the tenant's lists name them: the same for all rows, so it stands above.
    /// </summary>
    public string? Contract { get; init; }
}

/// <param name="Acts">What the one who looks may do here.</param>
public sealed record OperatorDetail(PortalUser Who, OperatorRow Row, IReadOnlySet<DelegatedAct> Acts, OperatorFilter List)
{
    /// <summary>Number and holder, where the tenant's users know themselves by them.</summary>
    public string? Contract { get; init; }

    /// <summary>What locked it, where it is locked.</summary>
    public LockCause LockCause { get; init; }

    /// <summary>Contracts that it works for beside its own.</summary>
    public IReadOnlyList<Membership> Memberships { get; init; } = [];

    /// <summary>The tenant has roles and permissions to show.</summary>
    public bool Grants { get; init; }

    /// <summary>The policy leaves it open whether a user needs a second factor.</summary>
    public bool FactorIsOpen { get; init; }

    /// <summary>It has a second factor that can be taken away.</summary>
    public bool HasFactors { get; init; }

    public PortalUser User => Row.User;

    public bool IsSelf => Who.Id == User.Id;

    public bool MayRelease => Is(OperatorState.Locked) && May(DelegatedAct.ReleaseLockout);

    public bool MayInvite => IsInvited && !IsSelf && May(DelegatedAct.Register);

    /// <summary>Whoever has no password yet is invited again instead.</summary>
    public bool MaySendResetLink => !IsInvited && User.Email is not null && User.DisabledAt is null && May(DelegatedAct.SendResetLink);

    public bool MayRemoveFactor => HasFactors && May(DelegatedAct.RemoveFactor);

    public bool MayEndSessions => Row.Sessions > 0 && !IsSelf && May(DelegatedAct.EndSessions);

    public bool MayActFor => User.DisabledAt is null && May(DelegatedAct.ActFor);

    public bool MayEnable => User.DisabledAt is not null && May(DelegatedAct.Enable);

    public bool MayDisable => User.DisabledAt is null && May(DelegatedAct.Disable);

    public bool HasActs =>
        MayInvite || MayActFor || MaySendResetLink || MayEndSessions || MayEnable || MayDisable || May(DelegatedAct.IssueTemporaryPassword)
            || MayRemoveFactor || May(DelegatedAct.Remove);

    private bool IsInvited => Is(OperatorState.Invited);

    public bool Is(OperatorState state) => Row.States.Contains(state);

    public bool May(DelegatedAct act) => Acts.Contains(act);

    public string Address(string page) => OperatorPaths.Page(User.Id, page) + List.Carry;
}
