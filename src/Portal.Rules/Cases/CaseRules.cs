namespace Portal.Rules.Cases;

/// <summary>Statuses of a case, who moves them, and what is expected of whom (CASE-3, CASE-4, AZ-16).</summary>
public static class CaseRules
{
    private static readonly CaseStatus[] Open = [CaseStatus.New, CaseStatus.InProgress, CaseStatus.AwaitingCustomer];
    private static readonly CaseStatus[] AtWork = [CaseStatus.New, CaseStatus.InProgress];

    /// <summary>May this side make this move now?</summary>
    /// <param name="side">Who asks.</param>
    /// <param name="from">The status now.</param>
    /// <param name="move">What is asked for.</param>
    public static CaseDecision Decide(CaseSide side, CaseStatus from, CaseMove move)
    {
        var (owner, starts, to) = Of(move);
        return side != owner ? new CaseDecision.Refused(CaseObstacle.NotTheirs)
            : from == CaseStatus.Closed ? new CaseDecision.Refused(CaseObstacle.IsClosed)
            : !starts.Contains(from) ? new CaseDecision.Refused(CaseObstacle.WrongStatus)
            : new CaseDecision.Allowed(to);
    }

    /// <summary>
    /// What a comment does besides being kept: the customer's moves a case that waits for it, an agent's takes a new
    /// one.
    /// </summary>
    /// <param name="side">Who comments.</param>
    /// <param name="status">The status now.</param>
    /// <returns>Null where it moves nothing.</returns>
    public static CaseMove? MoveOfComment(CaseSide side, CaseStatus status) => (side, status) switch
    {
        (CaseSide.Customer, CaseStatus.AwaitingCustomer) => CaseMove.Answer,
        (CaseSide.Agent, CaseStatus.New) => CaseMove.Take,
        _ => null,
    };

    /// <summary>Whether a comment is taken: a closed case is over, and what follows is a case of its own.</summary>
    /// <param name="status">The status now.</param>
    /// <returns>Null where it is.</returns>
    public static CaseObstacle? ObstacleToComment(CaseStatus status) => status == CaseStatus.Closed ? CaseObstacle.IsClosed : null;

    /// <summary>What is expected of a reader (CASE-4).</summary>
    /// <param name="reader">Whose page it is; nothing is expected of the time limit.</param>
    /// <param name="status">The status now.</param>
    /// <param name="isOwed">The customer wrote last: it waits for an answer of the desk.</param>
    public static CaseExpectation Expected(CaseSide reader, CaseStatus status, bool isOwed) => (reader, status) switch
    {
        (CaseSide.Customer, CaseStatus.New) => CaseExpectation.WaitToBeTaken,
        (CaseSide.Customer, CaseStatus.InProgress) => CaseExpectation.WaitForAnswer,
        (CaseSide.Customer, CaseStatus.AwaitingCustomer) => CaseExpectation.Answer,
        (CaseSide.Customer, CaseStatus.Resolved) => CaseExpectation.ApproveOrReject,
        (CaseSide.Customer, CaseStatus.Closed) => CaseExpectation.AskAnewIfNeeded,
        (CaseSide.Agent, CaseStatus.New) => CaseExpectation.Take,
        (CaseSide.Agent, CaseStatus.InProgress) => CaseExpectation.AnswerOrSolve,
        (CaseSide.Agent, CaseStatus.Resolved) when isOwed => CaseExpectation.AnswerSolved,
        (CaseSide.Agent, CaseStatus.AwaitingCustomer or CaseStatus.Resolved) => CaseExpectation.WaitForCustomer,
        _ => CaseExpectation.Nothing,
    };

    /// <summary>Whether the customer's side has to do something: what "waiting for you" counts (HOME-2).</summary>
    /// <param name="status">The status now.</param>
    public static bool AwaitsCustomer(CaseStatus status) => status is CaseStatus.AwaitingCustomer or CaseStatus.Resolved;

    // The customer closes from any open status but a solved one, which it approves or rejects; only the customer or the
    // time limit closes at all.
    private static (CaseSide Owner, CaseStatus[] Starts, CaseStatus To) Of(CaseMove move) => move switch
    {
        CaseMove.Take => (CaseSide.Agent, [CaseStatus.New], CaseStatus.InProgress),
        CaseMove.Ask => (CaseSide.Agent, AtWork, CaseStatus.AwaitingCustomer),
        CaseMove.Resume => (CaseSide.Agent, [CaseStatus.AwaitingCustomer], CaseStatus.InProgress),
        CaseMove.Solve => (CaseSide.Agent, AtWork, CaseStatus.Resolved),
        CaseMove.Answer => (CaseSide.Customer, [CaseStatus.AwaitingCustomer], CaseStatus.InProgress),
        CaseMove.Approve => (CaseSide.Customer, [CaseStatus.Resolved], CaseStatus.Closed),
        CaseMove.Reject => (CaseSide.Customer, [CaseStatus.Resolved], CaseStatus.InProgress),
        CaseMove.Close => (CaseSide.Customer, Open, CaseStatus.Closed),
        CaseMove.Expire => (CaseSide.System, [CaseStatus.Resolved], CaseStatus.Closed),
        _ => throw new ArgumentOutOfRangeException(nameof(move)),
    };
}
