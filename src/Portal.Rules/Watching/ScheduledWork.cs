namespace Portal.Rules.Watching;

/// <summary>Where a round of the timetable stands.</summary>
public enum RoundState
{
    /// <summary>For its time.</summary>
    Waiting,

    /// <summary>Some node is at it; it does not come again before that ends.</summary>
    Running,

    /// <summary>Taken out of the timetable: nobody comes to it any more.</summary>
    Broken,
}

/// <summary>A round as the timetable of all nodes has it.</summary>
/// <param name="Name">Its key there.</param>
/// <param name="Due">When it is to come next; null where it never comes again.</param>
/// <param name="Began">When it last began; null before the first time.</param>
/// <param name="State">Where it stands.</param>
public sealed record RoundTurn(string Name, DateTimeOffset? Due, DateTimeOffset? Began, RoundState State);

/// <summary>What the nodes that wake rounds have written down.</summary>
/// <param name="NodesSeen">When each node that takes part was last heard of; not one that ended in order.</param>
/// <param name="Rounds">The whole timetable; empty where no node ever took part.</param>
public sealed record ScheduledWork(IReadOnlyList<DateTimeOffset> NodesSeen, IReadOnlyList<RoundTurn> Rounds);

/// <summary>Whether the work that comes round by the clock is done (ADMIN-9).</summary>
/// <param name="Nodes">How many nodes are at it; 0 where all work lies.</param>
/// <param name="LastBegan">When a round last began; null where none ever did.</param>
/// <param name="Late">The names of rounds that should have come, in order; of no use where nobody is at work.</param>
public sealed record WorkHealth(int Nodes, DateTimeOffset? LastBegan, IReadOnlyList<string> Late)
{
    /// <summary>Somebody is at work, and everything has its turn.</summary>
    public bool IsWell => Nodes > 0 && Late.Count == 0;
}

/// <summary>When scheduled work is not what it should be.</summary>
public static class WorkHealthRules
{
    /// <summary>A node says every few seconds that it is there; after this it is taken to be gone.</summary>
    public static readonly TimeSpan NodePatience = TimeSpan.FromMinutes(1);

    /// <summary>How long a round may wait for its turn: others of its node may be at work.</summary>
    public static readonly TimeSpan RoundPatience = TimeSpan.FromMinutes(5);

    /// <summary>How long one may work past its next time: a file of a hundred thousand rows takes minutes.</summary>
    public static readonly TimeSpan RunPatience = TimeSpan.FromHours(1);

    /// <param name="work">As it is written down.</param>
    /// <param name="now">The time of the clock that it is written down by.</param>
    public static WorkHealth Of(ScheduledWork work, DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(work);
        var nodes = work.NodesSeen.Count(seen => now - seen <= NodePatience);
        return new WorkHealth(nodes, work.Rounds.Max(round => round.Began),
            [.. work.Rounds.Where(round => IsLate(round, now)).Select(round => round.Name).Order(StringComparer.Ordinal)]);
    }

    private static bool IsLate(RoundTurn round, DateTimeOffset now) => round.State switch
    {
        RoundState.Waiting => round.Due is not { } due || now - due > RoundPatience,
        RoundState.Running => round.Due is { } due && now - due > RunPatience,
        _ => true,
    };
}
