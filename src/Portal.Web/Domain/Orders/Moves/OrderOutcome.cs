using Portal.Web.Data.Entities;

namespace Portal.Web.Domain.Orders.Moves;

/// <summary>What became of a move of an application.</summary>
public abstract record OrderOutcome
{
    private OrderOutcome()
    {
    }

    public sealed record Done(RentalOrder Order) : OrderOutcome;

    /// <summary>It was so already; nothing is recorded, nobody is told again.</summary>
    public sealed record Unchanged(RentalOrder Order) : OrderOutcome;

    /// <summary>From where it stands, it does not go there.</summary>
    public sealed record Refused(RentalOrder Order) : OrderOutcome;

    /// <summary>The reason finds no room beside what was said before; nothing was done.</summary>
    /// <param name="Left">What there is room for, in UTF-16 units.</param>
    public sealed record TooLong(RentalOrder Order, int Left) : OrderOutcome;
}
