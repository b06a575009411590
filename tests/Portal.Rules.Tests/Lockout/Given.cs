using Portal.Rules.Lockout;

namespace Portal.Rules.Tests.Lockout;

/// <summary>The reference tenants' lockouts, and states reached by acting rather than by filling in records.</summary>
internal static class Given
{
    public static readonly DateTimeOffset Now = new(2026, 4, 1, 9, 0, 0, TimeSpan.Zero);

    public static readonly LockoutPolicy Control = new(5, LockoutMode.UntilReleased, TimeSpan.Zero);
    public static readonly LockoutPolicy HomePhone = new(10, LockoutMode.Void, TimeSpan.Zero);
    public static readonly LockoutPolicy Rental = new(5, LockoutMode.Timed, TimeSpan.FromMinutes(30));
    public static readonly LockoutPolicy Security = new(5, LockoutMode.Timed, TimeSpan.FromMinutes(20));

    public static LockoutState After(LockoutPolicy policy, int strangerFailures, int knownFailures = 0, LockoutState? from = null,
        DateTimeOffset? at = null)
    {
        var state = from ?? LockoutState.Clear;
        state = Repeat(state, policy, AttemptSource.Stranger, strangerFailures, at ?? Now);
        return Repeat(state, policy, AttemptSource.KnownBrowser, knownFailures, at ?? Now);
    }

    private static LockoutState Repeat(LockoutState state, LockoutPolicy policy, AttemptSource source, int times, DateTimeOffset at) =>
        Enumerable.Range(0, times).Aggregate(state, (current, _) => LockoutRules.Fail(current, policy, source, at).State);
}
