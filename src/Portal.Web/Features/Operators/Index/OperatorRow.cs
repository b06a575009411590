using Portal.Rules.Lockout;
using Portal.Web.Data.Entities;
using Portal.Web.Lists;

namespace Portal.Web.Features.Operators.Index;

/// <summary>One ID as the list and its detail show it.</summary>
/// <param name="Sessions">How many browsers are signed in with it now (OPER-6).</param>
/// <param name="TemporaryUntil">End of its current temporary password; null = there is none.</param>
public sealed record OperatorRow(PortalUser User, IReadOnlyList<OperatorState> States, int Sessions, DateTimeOffset? TemporaryUntil)
{
    /// <summary>What keeps it out; null where nothing is locked.</summary>
    public required LockFacts? Lock { get; init; }
}

/// <summary>How many IDs a list holds under its other conditions.</summary>
/// <param name="All">Whatever their state.</param>
public sealed record OperatorCounts(ListCount All, IReadOnlyDictionary<OperatorState, ListCount> OfState)
{
    /// <summary>People of the holder's other contracts work for this one (CONT-4).</summary>
    public bool HasMembers { get; init; }

    public ListCount Of(OperatorState? state) => state is { } one ? OfState[one] : All;
}
