using Microsoft.Extensions.Localization;
using Portal.Rules.OptionServices;
using Portal.Web.Domain.Telephony;
using Portal.Web.Forms;
using Portal.Web.Forms.Fields;

namespace Portal.Web.Features.OptionServices.ClickToDial;

/// <summary>The fields of click to dial.</summary>
public sealed class DialInput(TargetInput targets, FormWords words, IStringLocalizer<OptionsText> text) : IOptionInput<DialForm>
{
    private static readonly LineField Name = new(LineField.LongestName, Required: true);

    public OptionSettings Read(DialForm form, FormReader reader)
    {
        ArgumentNullException.ThrowIfNull(form);
        ArgumentNullException.ThrowIfNull(reader);
        var favourites = new List<Favourite>();
        for (var i = 0; i < form.Favourites.Count; i++)
        {
            if (!form.Favourites[i].IsEmpty)
            {
                favourites.Add(Favourite(form, i, favourites, reader));
            }
        }

        if (favourites.Count > DialSettings.MostFavourites)
        {
            reader.Add("Favourites[0].Name", text["TooManyFavourites", DialSettings.MostFavourites]);
        }

        return new DialSettings { On = form.On, Favourites = favourites };
    }

    public IReadOnlyList<OptionLine> Lines(OptionSettings settings)
    {
        var dial = (DialSettings)settings;
        return
        [
            new("On", text["Field.DialOn"], text[dial.On ? "On" : "Off"], dial.On ? "true" : "false"),
            new("Packed", text["Favourites"], dial.Favourites.Count == 0 ? text["None"] : string.Join('\n', dial.Favourites.Select(Words)),
                [.. dial.Favourites.Select(FavouriteForm.Pack)]),
        ];
    }

    private string Words(Favourite favourite) => text["FavouriteOf", favourite.Name, E164.Shown(favourite.Number)];

    /// <summary>Of up to thirty rows alike the message names its own: a summary stands far from the field.</summary>
    private Favourite Favourite(DialForm form, int place, List<Favourite> before, FormReader reader)
    {
        var (typed, field) = (form.Favourites[place], $"Favourites[{place}]");
        var row = words.Reader(_ => text["Field.Name"]);
        var name = row.Read(Name, field + ".Name", typed.Name);
        var number = targets.Read(row, field + ".Number", typed.Number, form.Options.Number.Number, Targets.OfACall);
        if (number.Length > 0 && before.Exists(other => other.Number == number))
        {
            row.Add(field + ".Number", text["FavouriteTwice"]);
        }

        foreach (var problem in row.Problems)
        {
            reader.Add(problem.Field, text["FavouriteFault", place + 1, problem.Message]);
        }

        return new Favourite(name, number);
    }
}
