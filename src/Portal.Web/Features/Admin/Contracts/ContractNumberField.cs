using Portal.Rules.Contracts;
using Portal.Web.Forms.Fields;
using Portal.Web.Tenancy.Profiles;

namespace Portal.Web.Features.Admin.Contracts;

/// <summary>A contract number in the form that the tenant's profile gives it.</summary>
/// <param name="Format">The profile's mask; null = capitals, digits and hyphens.</param>
public sealed record ContractNumberField(string? Format) : Field<string>
{
    public override FieldReading<string> Read(string typed)
    {
        var number = ContractNumber.Read(typed);
        return new(number, number.Length switch
        {
            0 => new FieldFault.Missing(),
            > ContractLimits.Number and var length => new FieldFault.TooLong(ContractLimits.Number, length),
            _ when !ContractNumber.IsNumber(number) || (Format is not null && !IdFormat.Fits(Format, number)) => new FieldFault.WrongForm(),
            _ => null,
        });
    }
}
