namespace Portal.Rules.Approvals;

/// <summary>Four eyes (ADMIN-11): who may decide about what another person asked for.</summary>
public static class ApprovalRules
{
    /// <summary>The longest that a request can wait, in hours.</summary>
    public const int MostHours = 168;

    /// <summary>May this person decide now?</summary>
    /// <param name="facts">What waits.</param>
    /// <param name="decider">Who wants to decide.</param>
    /// <param name="mayAct">It has the right to do the act itself in that tenant.</param>
    /// <param name="now">The time of the decision.</param>
    public static ApprovalVerdict Decide(ApprovalFacts facts, ApprovalPerson decider, bool mayAct, DateTimeOffset now) => facts switch
    {
        _ when !mayAct => ApprovalVerdict.Forbidden,
        { IsDecided: true } => ApprovalVerdict.Over,
        _ when now >= facts.ExpiresAt => ApprovalVerdict.Over,
        _ when facts.Requester.UserId == decider.UserId || facts.Requester.Email == decider.Email => ApprovalVerdict.OneSelf,
        _ when facts.SubjectId == decider.UserId => ApprovalVerdict.Concerned,
        _ => ApprovalVerdict.Allowed,
    };
}
