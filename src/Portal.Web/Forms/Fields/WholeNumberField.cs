using System.Globalization;
using Portal.Rules.Text;

namespace Portal.Web.Forms.Fields;

/// <summary>A number without fraction or sign, as people write it: full-width digits and separators are fine.</summary>
public sealed record WholeNumberField(int Least, int Most, bool Required = true) : Field<int?>
{
    /// <returns>The number, or null for none.</returns>
    public override FieldReading<int?> Read(string typed)
    {
        var plain = CanonicalText.LoginId(typed).Replace(",", "", StringComparison.Ordinal);
        if (plain.Length == 0)
        {
            return new(null, Required ? new FieldFault.Missing() : null);
        }

        return int.TryParse(plain, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number >= Least && number <= Most
            ? new(number)
            : new(null, new FieldFault.NotAWholeNumber(Least, Most));
    }
}
