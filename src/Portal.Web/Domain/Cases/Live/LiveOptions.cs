namespace Portal.Web.Domain.Cases.Live;

/// <summary>Pages that stay connected and are told what is new.</summary>
public sealed class LiveOptions
{
    public const string Section = "Portal:Live";

    /// <summary>Open connections of this node; a tenant has at most half of them.</summary>
    public int Connections { get; set; } = 2000;

    /// <summary>Open connections of one user on this node.</summary>
    public int ConnectionsPerUser { get; set; } = 6;

    /// <summary>How often a connection that says nothing gives a sign of life, and asks whether it may go on.</summary>
    public TimeSpan Heartbeat { get; set; } = TimeSpan.FromSeconds(25);

    /// <summary>How often a database without notifications is looked at while somebody is connected.</summary>
    public TimeSpan Poll { get; set; } = TimeSpan.FromSeconds(2);

    internal bool AreUsable => Connections > 0 && ConnectionsPerUser > 0 && Heartbeat > TimeSpan.Zero
        && Heartbeat <= TimeSpan.FromMinutes(1) && Poll > TimeSpan.Zero && Poll <= TimeSpan.FromMinutes(1);
}
