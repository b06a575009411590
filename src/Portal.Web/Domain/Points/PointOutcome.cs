using Portal.Rules.Points;
using Portal.Web.Data.Entities;

namespace Portal.Web.Domain.Points;

/// <summary>What became of an act on points.</summary>
public abstract record PointOutcome
{
    private PointOutcome()
    {
    }

    /// <param name="Balance">Of the period, after the entry.</param>
    public sealed record Done(PointEntry Entry, PointBalance Balance) : PointOutcome;

    /// <summary>The rules of points do not allow it.</summary>
    /// <param name="Balance">What there is.</param>
    public sealed record Refused(PointObstacle Why, PointBalance Balance) : PointOutcome;

    /// <summary>No points are given for these days.</summary>
    /// <param name="Allowed">
    /// The period that has some of these days, as it is now: for all of its days points are given.
    /// </param>
    public sealed record WrongPeriod(PointPeriodFault Why, PointSpan? Allowed) : PointOutcome;

    /// <summary>The contract has no period that today belongs to.</summary>
    public sealed record NoPeriod : PointOutcome;

    /// <summary>The reservation was ended, or the grant taken back, before; or it is none of this tenant's.</summary>
    public sealed record NoReservation : PointOutcome;
}
