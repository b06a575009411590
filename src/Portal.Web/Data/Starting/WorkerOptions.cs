namespace Portal.Web.Data.Starting;

/// <summary>This node's part in background work: mail, scheduled rounds, files, requests that wait.</summary>
public sealed class WorkerOptions
{
    public const string Section = "Portal";

    /// <summary>Background work runs on this node.</summary>
    public bool Workers { get; set; } = true;

    /// <summary>How long a node that starts leaves scheduled work to the others: its first pages come first.</summary>
    public TimeSpan WorkersAfter { get; set; } = TimeSpan.FromSeconds(10);

    internal bool IsSound => WorkersAfter >= TimeSpan.Zero && WorkersAfter <= TimeSpan.FromHours(1);
}
