namespace Portal.Rules.OptionServices;

/// <summary>Whom one can call by a click.</summary>
public sealed record DialSettings : OptionSettings
{
    /// <summary>As many as a page still shows well.</summary>
    public const int MostFavourites = 30;

    /// <summary>Calls of one number within a minute: a button that is held down is no auto-dialler.</summary>
    public const int MostCallsAMinute = 3;

    /// <summary>Whether calls can be begun.</summary>
    public bool On { get; init; }

    /// <summary>In the order of the user.</summary>
    public IReadOnlyList<Favourite> Favourites { get; init; } = [];

    /// <summary>Whether calls can be begun.</summary>
    public override bool IsInUse => On;
}
