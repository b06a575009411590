using System.Globalization;
using Portal.Web.Audit.Sealing;

namespace Portal.Web.Audit.Verification;

/// <summary>Where a verification goes on: at a seal and, behind the last one, among the events by age.</summary>
/// <param name="Seal">Number of the next seal; those before it were looked at.</param>
/// <param name="Stray">The last event that was looked for in the chain; null before the first.</param>
/// <param name="AreSealsDone">The seals are all looked at.</param>
public sealed record ChainCursor(long Seal, bool AreSealsDone = false, SealingPlace? Stray = null)
{
    public static ChainCursor Start { get; } = new(1);

    /// <summary>As an address carries it.</summary>
    public override string ToString() => (AreSealsDone, Stray) switch
    {
        (false, _) => string.Create(CultureInfo.InvariantCulture, $"{Seal}"),
        (_, null) => string.Create(CultureInfo.InvariantCulture, $"{Seal}.e"),
        (_, { } place) => string.Create(CultureInfo.InvariantCulture,
            $"{Seal}.{place.RecordedAt.UtcTicks}.{place.OccurredAt.UtcTicks}.{place.Id:N}"),
    };

    /// <returns>The start for what is nothing of the kind: then all of it is looked at.</returns>
    public static ChainCursor Parse(string? text) => text?.Split('.') switch
    {
        [var seal] when Number(seal) is { } number => new(number),
        [var seal, "e"] when Number(seal) is { } number => new(number, true),
        [var seal, var recorded, var occurred, var id] when Number(seal) is { } number && Moment(recorded) is { } recordedAt
            && Moment(occurred) is { } occurredAt && Guid.TryParseExact(id, "N", out var guid) =>
            new(number, true, new SealingPlace(recordedAt, occurredAt, guid)),
        _ => Start,
    };

    private static long? Number(string text) =>
        long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number > 0 ? number : null;

    private static DateTimeOffset? Moment(string text) =>
        Number(text) is { } ticks && ticks <= DateTimeOffset.MaxValue.UtcTicks ? new DateTimeOffset(ticks, TimeSpan.Zero) : null;
}
