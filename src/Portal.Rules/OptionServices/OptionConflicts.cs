namespace Portal.Rules.OptionServices;

/// <summary>
/// Forwarding and voicemail of one number, seen together: what would silently do nothing is said before it is saved.
/// </summary>
public static class OptionConflicts
{
    /// <summary>What of the two wants the same calls; null where each has its own.</summary>
    /// <param name="forwarding">Of a number.</param>
    /// <param name="voicemail">Of the same number.</param>
    public static OptionConflict? Between(ForwardingSettings forwarding, VoicemailSettings voicemail) =>
        !voicemail.On || !forwarding.IsInUse ? null
        : forwarding.TakesAll ? OptionConflict.AllForwarded
        : forwarding.TakesUnanswered && voicemail.Seconds >= forwarding.Seconds ? OptionConflict.RingsTooLong
        : forwarding.TakesUnanswered ? OptionConflict.AnsweredFirst
        : forwarding.Schedule.Count > 0 && (forwarding.NoAnswer || forwarding.Mode == ForwardingMode.Always) ? OptionConflict.ByTheClock
        : null;

    /// <summary>Whether one of the two would never do anything.</summary>
    /// <param name="conflict">What was found.</param>
    public static bool IsRefused(OptionConflict conflict) => conflict != OptionConflict.ByTheClock;
}
