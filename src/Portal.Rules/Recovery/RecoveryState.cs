namespace Portal.Rules.Recovery;

/// <summary>What was tried on one login ID's way back in, as stored.</summary>
/// <param name="Mismatches">Consecutive mismatches; 0 or more.</param>
/// <param name="BlockedUntil">When the road opens again after too
/// many; null = it was not stopped since the last match.</param>
public sealed record RecoveryState(int Mismatches, DateTimeOffset? BlockedUntil)
{
    /// <summary>Nothing was tried.</summary>
    public static readonly RecoveryState Clear = new(0, null);
}
