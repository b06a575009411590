namespace Portal.Web.Accounts;

public sealed class AddressThrottleOptions
{
    public int SlowAfter { get; set; } = 100;

    public int RefuseAfter { get; set; } = 200;

    public int WindowMinutes { get; set; } = 10;

    public int DelaySeconds { get; set; } = 2;

    /// <summary>Demonstration mode sets it: loopback is then exempt from every limit by address.</summary>
    public bool ExemptLoopback { get; set; }
}
