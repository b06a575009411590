namespace Portal.Rules.Points;

/// <summary>One entry of the ledger, or the sum of several of a kind, as numbers.</summary>
/// <param name="Kind">What it does.</param>
/// <param name="Amount">In points, above 0: the kind says in which direction.</param>
public readonly record struct PointMove(PointKind Kind, long Amount);
