namespace Portal.Rules.Recovery;

/// <summary>How often the ways back in may be tried for one login ID (TEMP-1, RESET-2, TR-13, TR-14).</summary>
/// <param name="MismatchLimit">Consecutive mismatches of what is
/// registered that stop this road; 1 or more, usually 5.</param>
/// <param name="BlockFor">How long it is stopped, silently; usually 20 minutes.</param>
/// <param name="RequestsPerHour">Requests an hour that lead to a mail; 1 or more, usually 3.</param>
/// <param name="PauseAfterReset">How long after a completed reset there is no further one; zero = no pause.</param>
public sealed record RecoveryPolicy(int MismatchLimit, TimeSpan BlockFor, int RequestsPerHour, TimeSpan PauseAfterReset = default);
