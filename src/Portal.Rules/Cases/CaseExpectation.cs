namespace Portal.Rules.Cases;

/// <summary>What is expected of the reader of a case (CASE-4).</summary>
public enum CaseExpectation
{
    /// <summary>Nothing any more.</summary>
    Nothing,

    /// <summary>Customer: the desk has not begun.</summary>
    WaitToBeTaken,

    /// <summary>Customer: the desk works on it.</summary>
    WaitForAnswer,

    /// <summary>Customer: the desk asked something.</summary>
    Answer,

    /// <summary>Customer: is it solved?</summary>
    ApproveOrReject,

    /// <summary>Customer: it is over; what is left is another case.</summary>
    AskAnewIfNeeded,

    /// <summary>Agent: nobody has taken it.</summary>
    Take,

    /// <summary>Agent: the customer waits.</summary>
    AnswerOrSolve,

    /// <summary>Agent: it is solved, and the customer wrote since.</summary>
    AnswerSolved,

    /// <summary>Agent: it is the customer's turn.</summary>
    WaitForCustomer,
}
