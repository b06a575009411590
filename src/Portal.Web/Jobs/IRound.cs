namespace Portal.Web.Jobs;

/// <summary>Work that comes round by the clock. Doing it twice, or on two nodes at once, changes nothing.</summary>
public interface IRound
{
    /// <summary>The key of its jobs in the scheduler's tables, and who the audit log says it was.</summary>
    string Name { get; }

    TimeSpan Interval { get; }

    /// <summary>How many of all nodes together may be at it at the same time.</summary>
    int AtOnce => 1;

    /// <returns>How many accounts, rows or files something was done to.</returns>
    Task<int> RunOnceAsync(CancellationToken cancellationToken);
}
