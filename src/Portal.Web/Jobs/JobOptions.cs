namespace Portal.Web.Jobs;

public sealed class JobOptions
{
    public const string Section = "Portal";

    /// <summary>Background work runs on this node.</summary>
    public bool Workers { get; set; } = true;

    /// <summary>How long a node that starts leaves scheduled work to the others: its first pages come first.</summary>
    public TimeSpan WorkersAfter { get; set; } = TimeSpan.FromSeconds(10);
}
