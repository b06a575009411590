using Portal.Rules.Text;

namespace Portal.Web.Forms.Fields;

/// <summary>A day and a time by the clock on the wall; the form knows where the clock hangs.</summary>
/// <param name="Required">Nothing typed is a fault.</param>
public sealed record ClockField(bool Required = false) : Field<DateTime?>
{
    public override FieldReading<DateTime?> Read(string typed) =>
        string.IsNullOrWhiteSpace(typed) ? new(null, Required ? new FieldFault.Missing() : null)
        : ClockText.Parse(typed) is { } moment ? new(moment)
        : new(null, new FieldFault.NotAMoment());
}
