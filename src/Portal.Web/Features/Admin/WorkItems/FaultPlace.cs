using System.Globalization;

namespace Portal.Web.Features.Admin.WorkItems;

/// <summary>Where a definition has a fault, in the terms of the form: "fields[2].columns[1].label.en".</summary>
/// <param name="Field">From 0; null where it is of the item itself.</param>
/// <param name="Column">From 0; null where it is of the field itself.</param>
/// <param name="Option">Of a choice, from 0.</param>
/// <param name="Part">As the inputs are named: "labelEn"; empty for the whole.</param>
public sealed record FaultPlace(int? Field, int? Column, int? Option, string Part)
{
    public static FaultPlace Of(string where)
    {
        ArgumentNullException.ThrowIfNull(where);
        var (field, column, option, part) = ((int?)null, (int?)null, (int?)null, "");
        foreach (var step in where.Split('.'))
        {
            var parts = step.Split('[', ']');
            var name = parts[0];
            int? at = parts is [_, var number, ..] ? int.Parse(number, CultureInfo.InvariantCulture) : null;
            switch (name, at)
            {
                case ("fields", { } place):
                    field = place;
                    break;
                case ("columns", { } place):
                    column = place;
                    break;
                case ("options", { } place):
                    (option, part) = (place, name);
                    break;
                case ("ja" or "en", _) when option is null:
                    part += name == "ja" ? "Ja" : "En";
                    break;
                case var _ when option is null:
                    part = name;
                    break;
            }
        }

        return new FaultPlace(field, column, option, part);
    }

    /// <summary>The input where it is said; null where no input of the open field is it.</summary>
    public string? InputIn(int? open) => this switch
    {
        { Part: "" or "fields" or "columns" } => null,
        { Field: null } => Part,
        _ when Field != open => null,
        { Column: { } column } => DraftInputs.Column(column, Part),
        _ => DraftInputs.Part(Part),
    };
}
