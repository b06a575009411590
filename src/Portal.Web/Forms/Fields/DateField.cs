using Portal.Rules.Text;

namespace Portal.Web.Forms.Fields;

/// <summary>A day as browsers send it or as people write it.</summary>
/// <param name="Earliest">The first day that can be chosen; null = any.</param>
/// <param name="Kept">What is stored already and may stay, though it is past by now.</param>
public sealed record DateField(DateOnly? Earliest = null, DateOnly? Kept = null) : Field<DateOnly?>
{
    /// <returns>The day, or null for none.</returns>
    public override FieldReading<DateOnly?> Read(string typed)
    {
        if (string.IsNullOrWhiteSpace(typed))
        {
            return new(null);
        }

        return DateText.Parse(typed) is { } day
            ? new(day, day != Kept && day < Earliest ? new FieldFault.DateIsPast() : null)
            : new(null, new FieldFault.NotADate());
    }
}
