namespace Portal.Rules.Orders;

/// <summary>One line of an order, as far as giving back is concerned.</summary>
/// <param name="Monthly">Price of one piece for a month, without tax.</param>
/// <param name="Rate">Its rate.</param>
/// <param name="MinimumMonths">0 for none.</param>
/// <param name="Quantity">As ordered.</param>
/// <param name="Cancelled">Given back for good.</param>
/// <param name="Held">Asked to be given back, and not decided yet.</param>
public sealed record RunningLine(Yen Monthly, TaxRate Rate, int MinimumMonths, int Quantity, int Cancelled, int Held)
{
    /// <summary>What goes on: also what is asked to be given back, until that is accepted.</summary>
    public int Runs => Quantity - Cancelled;

    /// <summary>What can be asked to be given back now; never more than runs, however many ask at once
    /// (CANCEL-2).</summary>
    public int Free => Quantity - Cancelled - Held;

    /// <summary>The same on a day: what was given back for good runs until its last day of use (CANCEL-1).</summary>
    /// <param name="returns">What of this line goes, and when.</param>
    /// <param name="day">The day that is asked about.</param>
    public RunningLine On(IEnumerable<LineReturn> returns, DateOnly day) =>
        this with { Cancelled = Cancelled - returns.Where(each => each.LastDay >= day).Sum(each => each.Quantity) };
}
