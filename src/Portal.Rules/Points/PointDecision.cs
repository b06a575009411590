namespace Portal.Rules.Points;

/// <summary>What becomes of an entry that somebody asks for.</summary>
public abstract record PointDecision
{
    private PointDecision()
    {
    }

    /// <summary>It is written.</summary>
    /// <param name="After">What there is afterwards.</param>
    public sealed record Allowed(PointBalance After) : PointDecision;

    /// <summary>It is not.</summary>
    /// <param name="Why">What stands in the way.</param>
    public sealed record Refused(PointObstacle Why) : PointDecision;
}

/// <summary>Why an entry is not written.</summary>
public enum PointObstacle
{
    /// <summary>It is no number of points, or more than one entry can move.</summary>
    WrongAmount,

    /// <summary>More than is left: a balance never goes below zero.</summary>
    NotEnough,

    /// <summary>More than is set aside.</summary>
    NotReserved,

    /// <summary>The period would have more points than any.</summary>
    TooMany,
}
