namespace Portal.Rules.OptionServices;

/// <summary>Calls whose number is withheld hear that they may call again with it.</summary>
public sealed record RejectionSettings : OptionSettings
{
    /// <summary>Numbers that get through although they withhold themselves.</summary>
    public const int MostExceptions = 10;

    /// <summary>Whether such calls are turned away.</summary>
    public bool On { get; init; }

    /// <summary>Who gets through, in the canonical form.</summary>
    public IReadOnlyList<string> Exceptions { get; init; } = [];

    /// <summary>Whether such calls are turned away.</summary>
    public override bool IsInUse => On;
}
