namespace Portal.Rules.OptionServices;

/// <summary>Two services that both want the same calls.</summary>
public enum OptionConflict
{
    /// <summary>Every call is forwarded: voicemail never answers. Refused.</summary>
    AllForwarded,

    /// <summary>A call is forwarded before voicemail has rung out: it never answers. Refused.</summary>
    RingsTooLong,

    /// <summary>Voicemail answers first, so that an unanswered call is never forwarded. Refused.</summary>
    AnsweredFirst,

    /// <summary>Both have their times: within the schedule calls are forwarded, else voicemail answers. Told.</summary>
    ByTheClock,
}
