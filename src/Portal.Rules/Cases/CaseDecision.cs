namespace Portal.Rules.Cases;

/// <summary>What becomes of a move that somebody asks for.</summary>
public abstract record CaseDecision
{
    private CaseDecision()
    {
    }

    /// <summary>It happens.</summary>
    /// <param name="To">The status afterwards.</param>
    public sealed record Allowed(CaseStatus To) : CaseDecision;

    /// <summary>It does not.</summary>
    /// <param name="Why">What stands in the way.</param>
    public sealed record Refused(CaseObstacle Why) : CaseDecision;
}

/// <summary>Why a case does not move, or takes no comment.</summary>
public enum CaseObstacle
{
    /// <summary>The move is another side's.</summary>
    NotTheirs,

    /// <summary>The case is in a status that the move does not start from.</summary>
    WrongStatus,

    /// <summary>It is closed, and closed cases stay closed.</summary>
    IsClosed,
}
