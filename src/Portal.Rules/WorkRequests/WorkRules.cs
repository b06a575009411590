namespace Portal.Rules.WorkRequests;

/// <summary>How work requests move: once, from submitted (WORK-3).</summary>
public static class WorkRules
{
    /// <summary>Where a request comes to by a move.</summary>
    /// <param name="from">Where it stands.</param>
    /// <param name="move">What is asked for.</param>
    /// <param name="by">Whose side asks.</param>
    /// <returns>Null where the move is not possible: whoever comes second finds it decided.</returns>
    public static WorkStatus? After(WorkStatus from, WorkMove move, WorkSide by) => (from, move, by) switch
    {
        (WorkStatus.Submitted, WorkMove.Accept, WorkSide.Provider) => WorkStatus.Accepted,
        (WorkStatus.Submitted, WorkMove.Decline, WorkSide.Provider) => WorkStatus.Declined,
        (WorkStatus.Submitted, WorkMove.Withdraw, WorkSide.Customer) => WorkStatus.Withdrawn,
        _ => null,
    };

    /// <summary>Whether the provider has something to decide.</summary>
    /// <param name="status">Where it stands.</param>
    public static bool AwaitsProvider(WorkStatus status) => status == WorkStatus.Submitted;

    /// <summary>
    /// Whether a contract has an item of the catalogue: it is for everybody, or for one of the names that the contract
    /// has, such as its plan or an option (WORK-1).
    /// </summary>
    /// <param name="onlyWith">Names, one of which is needed; none for everybody.</param>
    /// <param name="has">Plan and options of the contract.</param>
    public static bool IsFor(IReadOnlyCollection<string> onlyWith, IReadOnlyCollection<string> has)
    {
        ArgumentNullException.ThrowIfNull(onlyWith);
        ArgumentNullException.ThrowIfNull(has);
        return onlyWith.Count == 0 || onlyWith.Any(has.Contains);
    }
}
