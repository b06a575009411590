using Portal.Rules.Text;

namespace Portal.Web.Forms.Fields;

/// <summary>A telephone number in its national form, hyphens as typed (TEXT-4).</summary>
/// <param name="Kept">What is stored already and may stay, though it is older than the rule.</param>
public sealed record PhoneField(string Kept = "") : Field<string>
{
    public override FieldReading<string> Read(string typed)
    {
        var number = TelephoneNumber.Read(typed);
        return number.Problem switch
        {
            null => new(number.Shown),
            _ when IsKept(typed) => new(Kept),
            TelephoneProblem.ZeroIsMissing => new(number.Shown, new FieldFault.ZeroIsMissing()),
            TelephoneProblem.NoSuchNumber => new(number.Shown, new FieldFault.NoSuchPhone()),
            _ => new(number.Shown, new FieldFault.NotAPhone()),
        };
    }

    private bool IsKept(string typed) => Kept.Length > 0 && CanonicalText.PhoneNumber(typed) == CanonicalText.PhoneNumber(Kept);
}
