namespace Portal.Rules.OptionServices;

/// <summary>An answering machine in the network.</summary>
public sealed record VoicemailSettings : OptionSettings
{
    /// <summary>A minute of ringing.</summary>
    public const int MostRings = 20;

    /// <summary>Where nobody has chosen.</summary>
    public const int UsualRings = 5;

    /// <summary>Seconds from one ring to the next.</summary>
    public const int RingSeconds = 3;

    /// <summary>Whether it answers.</summary>
    public bool On { get; init; }

    /// <summary>What a caller hears first.</summary>
    public VoicemailGreeting Greeting { get; init; }

    /// <summary>Who is told of a message; null for nobody.</summary>
    public string? NotifyAddress { get; init; }

    /// <summary>After so many it answers; with none at once.</summary>
    public int Rings { get; init; } = UsualRings;

    /// <summary>Whether it answers.</summary>
    public override bool IsInUse => On;

    /// <summary>After so many seconds it answers.</summary>
    public int Seconds => Rings * RingSeconds;
}
