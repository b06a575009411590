using Portal.Rules.Orders;
using Portal.Web.Data.Entities;

namespace Portal.Web.Domain.Orders.Moves;

/// <summary>What became of a cancellation that was sent.</summary>
public abstract record CancellationOutcome
{
    private CancellationOutcome()
    {
    }

    public sealed record Sent(RentalOrder Cancellation) : CancellationOutcome;

    /// <summary>It would come to something else than was shown.</summary>
    public sealed record Changed(RentalOrder Order) : CancellationOutcome;

    public sealed record Obstructed(RentalOrder Order, IReadOnlyList<CancellationObstacle> Obstacles) : CancellationOutcome;
}

/// <summary>Why nothing can be given back so.</summary>
public abstract record CancellationObstacle
{
    private CancellationObstacle()
    {
    }

    /// <summary>The order does not run.</summary>
    public sealed record NotRunning : CancellationObstacle;

    public sealed record WrongDay(ReturnFault Fault) : CancellationObstacle;

    public sealed record WrongQuantity(QuantityFault Fault) : CancellationObstacle;
}
