namespace Portal.Rules.OptionServices;

/// <summary>Where calls go instead, and which of them.</summary>
public sealed record ForwardingSettings : OptionSettings
{
    /// <summary>Of ringing, before a call counts as unanswered.</summary>
    public const int ShortestSeconds = 5;

    /// <summary>The same at most.</summary>
    public const int LongestSeconds = 60;

    /// <summary>The same where nobody has chosen.</summary>
    public const int UsualSeconds = 20;

    /// <summary>Which calls.</summary>
    public ForwardingMode Mode { get; init; }

    /// <summary>While one talks.</summary>
    public bool Busy { get; init; }

    /// <summary>After <see cref="Seconds"/> of ringing.</summary>
    public bool NoAnswer { get; init; }

    /// <summary>Of ringing, before a call counts as unanswered.</summary>
    public int Seconds { get; init; } = UsualSeconds;

    /// <summary>While the telephone is cut off from the network.</summary>
    public bool OutOfReach { get; init; }

    /// <summary>Where they go, in the canonical form; empty while there is none.</summary>
    public string Target { get; init; } = "";

    /// <summary>When it holds; at all times where there is none.</summary>
    public IReadOnlyList<WeekSpan> Schedule { get; init; } = [];

    /// <summary>Whether any call is forwarded.</summary>
    public override bool IsInUse => Mode != ForwardingMode.Off;

    /// <summary>Whether unanswered calls go to the target at all times, so that nothing behind it gets them.</summary>
    internal bool TakesUnanswered => Mode == ForwardingMode.When && NoAnswer && Schedule.Count == 0;

    /// <summary>Whether no call is left for anything else.</summary>
    internal bool TakesAll => Mode == ForwardingMode.Always && Schedule.Count == 0;
}
