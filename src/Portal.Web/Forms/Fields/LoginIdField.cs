using Portal.Rules.Identifiers;

namespace Portal.Web.Forms.Fields;

/// <summary>A login ID in the form that the tenant's profile gives it.</summary>
/// <param name="Format">The profile's mask; null = letters, digits and a few signs.</param>
public sealed record LoginIdField(string? Format) : Field<string>
{
    public override FieldReading<string> Read(string typed)
    {
        var reading = new LoginIdShape(Format).Read(typed);
        return new(reading.Text, FieldFault.Of(reading, IdFormat.LongestId));
    }
}
