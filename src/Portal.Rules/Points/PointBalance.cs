namespace Portal.Rules.Points;

/// <summary>
/// What the entries of one period come to. Nothing else says how many points there are: the sum is the balance
/// (PNTS-1). Numbers of twice an entry's size, so that no ledger is too long to be added up, not even a wrong one.
/// </summary>
/// <param name="Granted">All that was given.</param>
/// <param name="Used">Of that, used for good.</param>
/// <param name="Reserved">Of that, set aside now.</param>
/// <param name="Expired">Of that, gone with the end of the period.</param>
public sealed record PointBalance(long Granted, long Used, long Reserved, long Expired)
{
    /// <summary>Of all that was given, taken back by the provider.</summary>
    public long TakenBack { get; init; }

    /// <summary>Before the first entry.</summary>
    public static PointBalance Empty { get; } = new(0, 0, 0, 0);

    /// <summary>What can be set aside now.</summary>
    public long Left => Granted - Used - Reserved - Expired - TakenBack;

    /// <summary>The sum of entries; their order does not matter to it.</summary>
    public static PointBalance Of(IEnumerable<PointMove> moves)
    {
        ArgumentNullException.ThrowIfNull(moves);
        return moves.Aggregate(Empty, (balance, move) => balance.After(move));
    }

    /// <summary>With one entry more, allowed or not: <see cref="PointRules"/> decides that.</summary>
    public PointBalance After(PointMove move) => move.Kind switch
    {
        PointKind.Grant => this with { Granted = Granted + move.Amount },
        PointKind.Reserve => this with { Reserved = Reserved + move.Amount },
        PointKind.Use => this with { Reserved = Reserved - move.Amount, Used = Used + move.Amount },
        PointKind.Return => this with { Reserved = Reserved - move.Amount },
        PointKind.Expire => this with { Expired = Expired + move.Amount },
        PointKind.TakeBack => this with { TakenBack = TakenBack + move.Amount },
        _ => throw new ArgumentOutOfRangeException(nameof(move), move.Kind, "No such kind."),
    };
}
