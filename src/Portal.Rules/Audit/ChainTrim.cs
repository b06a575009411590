namespace Portal.Rules.Audit;

/// <summary>What the log itself says was removed because its time was over.</summary>
/// <param name="Through">Number of the last seal whose events were removed; 0 for none.</param>
/// <param name="Horizon">Younger events are never removed, whatever the log says.</param>
public sealed record ChainTrim(long Through, DateTimeOffset Horizon)
{
    /// <summary>Whether the events of that stretch may be gone.</summary>
    public bool Covers(ChainSeal seal)
    {
        ArgumentNullException.ThrowIfNull(seal);
        return seal.Number <= Through && seal.Moments.NewestAt < Horizon;
    }
}
