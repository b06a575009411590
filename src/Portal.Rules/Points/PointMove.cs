namespace Portal.Rules.Points;

/// <summary>One entry of the ledger, as numbers.</summary>
/// <param name="Kind">What it does.</param>
/// <param name="Amount">In points, above 0: the kind says in which direction.</param>
public readonly record struct PointMove(PointKind Kind, int Amount);
