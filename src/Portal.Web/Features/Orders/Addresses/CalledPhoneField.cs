using Portal.Rules.Text;
using Portal.Web.Domain.Telephony;
using Portal.Web.Forms.Fields;

namespace Portal.Web.Features.Orders.Addresses;

/// <summary>
/// A telephone number by which somebody is reached about goods, kept grouped as people of the country read it, however
/// it was typed. One of another country stays as typed.
/// </summary>
public sealed record CalledPhoneField : Field<string>
{
    private static readonly PhoneField Phone = new();

    public override FieldReading<string> Read(string typed)
    {
        var reading = Phone.Read(typed);
        if (reading.Fault is not null || reading.Value is not ['0', ..])
        {
            return reading;
        }

        return E164.Read(CanonicalText.PhoneNumber(reading.Value)) is { } number
            ? new(E164.Shown(number))
            : reading with { Fault = new FieldFault.NotAPhone() };
    }
}
