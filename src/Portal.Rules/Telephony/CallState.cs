namespace Portal.Rules.Telephony;

/// <summary>Where a call stands.</summary>
/// <param name="Step">What it waits for.</param>
/// <param name="Unit">The unit that was chosen; null before.</param>
/// <param name="Target">The number, or customer number, whose password is set; null before it is known.</param>
/// <param name="Wrong">Wrong entries at this question; 0 to 3.</param>
public sealed record CallState(CallStep Step, AuthenticationUnit? Unit, string? Target, int Wrong)
{
    /// <summary>A call that has just been taken.</summary>
    public static CallState Begun { get; } = new(CallStep.Unit, null, null, 0);

    internal CallState Ended => this with { Step = CallStep.Over };
}
