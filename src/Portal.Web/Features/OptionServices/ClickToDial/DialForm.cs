using Microsoft.AspNetCore.Mvc.ModelBinding;
using Portal.Rules.OptionServices;
using Portal.Web.Domain.Telephony;
using Portal.Web.Forms;

namespace Portal.Web.Features.OptionServices.ClickToDial;

/// <summary>One favourite, as typed.</summary>
public sealed class FavouriteForm
{
    [InDraft]
    public string? Name { get; set; }

    [InDraft]
    public string? Number { get; set; }

    public bool IsEmpty => string.IsNullOrWhiteSpace(Name + Number);

    /// <summary>In one piece; a number has no space in it.</summary>
    internal static string Pack(Favourite favourite) => favourite.Number + " " + favourite.Name;

    internal static FavouriteForm Unpack(string packed) => packed.Split(' ', 2) is [var number, var name]
        ? new FavouriteForm { Name = name, Number = E164.Shown(number) }
        : new FavouriteForm { Name = packed };
}

/// <summary>Click to dial, as typed.</summary>
public sealed class DialForm : OptionForm
{
    private const int Empty = 5;

    [InDraft]
    public bool On { get; set; }

    /// <summary>The favourites as fields.</summary>
    public IList<FavouriteForm> Favourites { get; set; } = [];

    /// <summary>The favourites in one piece each, as check pages send them on.</summary>
    [InDraft]
    public IList<string> Packed { get; set; } = [];

    [BindNever]
    public override OptionService Service => OptionService.ClickToDial;

    public override void Show(OptionSettings settings)
    {
        var dial = (DialSettings)settings;
        (On, Packed) = (dial.On, [.. dial.Favourites.Select(FavouriteForm.Pack)]);
        Unfold();
    }

    public override void Unfold()
    {
        // A field that was sent empty is bound as null.
        var packed = Packed.OfType<string>().ToList();
        if (packed.Count > 0)
        {
            Favourites = [.. packed.Take(DialSettings.MostFavourites + 1).Select(FavouriteForm.Unpack)];
        }

        var wanted = Math.Min(DialSettings.MostFavourites, Favourites.Count(favourite => !favourite.IsEmpty) + Empty);
        while (Favourites.Count < wanted)
        {
            Favourites.Add(new FavouriteForm());
        }
    }
}
