namespace Portal.Web.Domain.Accounts.Throttling;

public sealed class AddressThrottleOptions
{
    public const string Section = "Portal:AddressThrottle";

    public int SlowAfter { get; set; } = 100;

    public int RefuseAfter { get; set; } = 200;

    public int WindowMinutes { get; set; } = 10;

    public int DelaySeconds { get; set; } = 2;

    /// <summary>At how many login IDs an address may fail again and again.</summary>
    public int Accounts { get; set; } = 10;

    /// <summary>How many failures at any ID are not "again and again": a temporary password bears two.</summary>
    public int AccountTries { get; set; } = 2;

    public int AccountsWindowMinutes { get; set; } = 60;

    /// <summary>Loopback is exempt from every limit by address; so it is in demonstration mode.</summary>
    public bool ExemptLoopback { get; set; }

    internal bool IsSound =>
        SlowAfter > 0 && RefuseAfter >= SlowAfter && WindowMinutes > 0 && DelaySeconds >= 0
        && Accounts > 0 && AccountTries > 0 && AccountsWindowMinutes > 0;
}
