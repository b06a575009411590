namespace Portal.Web.Lists;

/// <summary>Where a column is shown.</summary>
[Flags]
public enum ListPlaces
{
    Screen = 1,
    File = 2,
    Both = Screen | File,
}

/// <summary>A column of a list: what it is called, what it sorts by, and what stands in it.</summary>
public sealed record ListColumn<T>(string Heading, Func<T, ListCell> Cell)
{
    /// <summary>
    /// What a click on the heading sorts by: "name", or "-since" where the first click sorts downwards.
    /// </summary>
    public string? Order { get; init; }

    /// <summary>Tells its row from the others.</summary>
    public bool NamesRow { get; init; }

    public bool HoldsNumbers { get; init; }

    /// <summary>In a file its heading names the zone.</summary>
    public bool HoldsMoments { get; init; }

    public ListPlaces Places { get; init; } = ListPlaces.Both;
}
