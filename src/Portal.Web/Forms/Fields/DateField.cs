using Portal.Rules.Calendars;
using Portal.Rules.Text;

namespace Portal.Web.Forms.Fields;

/// <summary>A day as browsers send it or as people write it.</summary>
/// <param name="Earliest">The first day that can be chosen; null = any.</param>
/// <param name="Kept">What is stored already and may stay, though it is past by now.</param>
public sealed record DateField(DateOnly? Earliest = null, DateOnly? Kept = null) : Field<DateOnly?>
{
    /// <summary>What somebody can mean; null = any day of the calendar.</summary>
    public DayBounds? Within { get; init; }

    /// <returns>The day, or null for none.</returns>
    public override FieldReading<DateOnly?> Read(string typed)
    {
        if (string.IsNullOrWhiteSpace(typed))
        {
            return new(null);
        }

        return DateText.Parse(typed) is { } day ? new(day, day == Kept ? null : Find(day)) : new(null, new FieldFault.NotADate());
    }

    private FieldFault? Find(DateOnly day) =>
        day < Earliest ? new FieldFault.DateIsPast()
        : Within is { } within && !within.Contains(day) ? new FieldFault.DateOutOfBounds(within.First, within.Last)
        : null;
}
