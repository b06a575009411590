using Portal.Rules.Text;

namespace Portal.Web.Forms.Fields;

/// <summary>A telephone number in its national form, hyphens as typed (TEXT-4).</summary>
public sealed record PhoneField : Field<string>
{
    public override FieldReading<string> Read(string typed)
    {
        var number = TelephoneNumber.Read(typed);
        return new(number.Shown, number.Problem switch
        {
            null => null,
            TelephoneProblem.ZeroIsMissing => new FieldFault.ZeroIsMissing(),
            _ => new FieldFault.NotAPhone(),
        });
    }
}
