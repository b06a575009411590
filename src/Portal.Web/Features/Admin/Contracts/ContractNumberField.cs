using Portal.Rules.Contracts;
using Portal.Web.Forms.Fields;

namespace Portal.Web.Features.Admin.Contracts;

/// <summary>A contract number in the form that the tenant's profile gives it.</summary>
/// <param name="Format">The profile's mask; null = capitals, digits and hyphens.</param>
public sealed record ContractNumberField(string? Format) : Field<string>
{
    public override FieldReading<string> Read(string typed)
    {
        var reading = ContractNumber.Read(typed, Format);
        return new(reading.Text, FieldFault.Of(reading, ContractLimits.Number));
    }
}
