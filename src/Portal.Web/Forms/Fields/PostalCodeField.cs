using Portal.Rules.Text;

namespace Portal.Web.Forms.Fields;

/// <summary>A postal code of Japan, stored as seven digits (ORDER-2).</summary>
public sealed record PostalCodeField(bool Required = false) : Field<string>
{
    public override FieldReading<string> Read(string typed)
    {
        var plain = CanonicalText.Identifier(typed);
        return PostalCode.Read(typed) is { } code ? new(code)
            : plain.Length > 0 ? new(plain, new FieldFault.NotAPostalCode())
            : new("", Required ? new FieldFault.Missing() : null);
    }
}
