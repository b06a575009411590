namespace Portal.Web.Http.Shares;

/// <summary>
/// How many files come into this node at once: a sender may take minutes over one, so a user has few places and no
/// tenant has all (RX-07).
/// </summary>
public sealed class UploadShares
{
    public const int OfAUser = 3;
    public const int OfANode = 40;

    private readonly CountedPlaces places = new();

    /// <returns>A place, given back when disposed; null where there is none.</returns>
    public IDisposable? Enter(Guid tenant, Guid user) =>
        places.Enter(new($"{tenant}/{user}", OfAUser), new($"{tenant}", OfANode / 2), new("", OfANode)).Place;
}
