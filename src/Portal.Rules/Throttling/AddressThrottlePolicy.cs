namespace Portal.Rules.Throttling;

/// <summary>
/// How many failures from one address are borne (LOCK-8). A setting of the installation, not of a tenant.
/// </summary>
/// <param name="SlowAfter">Failures in the window from which on each attempt waits; 1 or more.</param>
/// <param name="RefuseAfter">Failures in the window from which on each attempt is refused; at least
/// <paramref name="SlowAfter"/>.</param>
/// <param name="WindowMinutes">Length of the window in minutes; 1 or more.</param>
/// <param name="DelaySeconds">How long a slowed attempt waits, in seconds.</param>
public sealed record AddressThrottlePolicy(int SlowAfter = 100, int RefuseAfter = 200, int WindowMinutes = 10, int DelaySeconds = 2);
