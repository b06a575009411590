namespace Portal.Rules.Orders;

/// <summary>Pieces of a line that were given back for good (CANCEL-1).</summary>
/// <param name="Position">The line's.</param>
/// <param name="Quantity">How many go.</param>
/// <param name="LastDay">Their last day of use, which is still paid for.</param>
public readonly record struct LineReturn(int Position, int Quantity, DateOnly LastDay);
