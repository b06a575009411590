using Portal.Rules.Text;
using Portal.Web.Domain.Telephony;
using Portal.Web.Forms.Fields;

namespace Portal.Web.Features.Orders.Addresses;

/// <summary>
/// A telephone number by which somebody is reached about goods, kept grouped as people of the country read it, however
/// it was typed. One of another country, or in a range whose groups are not known, stays as typed.
/// </summary>
/// <param name="Kept">As for <see cref="PhoneField"/>.</param>
public sealed record CalledPhoneField(string Kept = "") : Field<string>
{
    public override FieldReading<string> Read(string typed)
    {
        var reading = new PhoneField(Kept).Read(typed);
        return reading is { Fault: null, Value: ['0', ..] } && E164.Read(CanonicalText.PhoneNumber(reading.Value)) is { } number
            ? new(E164.Shown(number))
            : reading;
    }
}
