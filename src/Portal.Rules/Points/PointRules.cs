namespace Portal.Rules.Points;

/// <summary>Which entries a ledger takes.</summary>
public static class PointRules
{
    /// <summary>
    /// Whether the entry is written. Asked under the lock of the contract, so that it still holds when it is.
    /// </summary>
    /// <param name="balance">The sum of all entries of the period until now.</param>
    /// <param name="move">The entry to be.</param>
    public static PointDecision Decide(PointBalance balance, PointMove move)
    {
        ArgumentNullException.ThrowIfNull(balance);
        return ObstacleTo(balance, move) is { } obstacle
            ? new PointDecision.Refused(obstacle)
            : new PointDecision.Allowed(balance.After(move));
    }

    private static PointObstacle? ObstacleTo(PointBalance balance, PointMove move) => (move.Kind, move.Amount) switch
    {
        (_, <= 0) => PointObstacle.WrongAmount,
        (PointKind.Expire, var amount) => amount > balance.Left ? PointObstacle.NotEnough : null,
        (_, > PointLimits.Amount) => PointObstacle.WrongAmount,
        (PointKind.Grant, var amount) => amount > PointLimits.Period - balance.Granted ? PointObstacle.TooMany : null,
        (PointKind.Reserve or PointKind.TakeBack, var amount) => amount > balance.Left ? PointObstacle.NotEnough : null,
        (_, var amount) => amount > balance.Reserved ? PointObstacle.NotReserved : null,
    };
}
