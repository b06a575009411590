namespace Portal.Web.Http.Shares;

/// <summary>What a file is refused for.</summary>
internal enum DownloadRefusal
{
    /// <summary>This user has enough under way.</summary>
    User,

    /// <summary>All of this node's places are taken, or all that one tenant may have of them.</summary>
    Node,
}

/// <summary>
/// How many files leave this node at once. A reader may take hours over one, so a user has few and no tenant has all
/// (RX-05); the pictures that pages show are counted apart, because browsers fetch several at once.
/// </summary>
internal sealed class DownloadShares
{
    public const int OfAUser = 2;
    public const int OfANode = 20;
    public const int PicturesOfAUser = 6;
    public const int PicturesOfANode = 60;

    private readonly CountedPlaces pictures = new();
    private readonly CountedPlaces files = new();

    /// <returns>A place, given back when disposed; or why there is none.</returns>
    public (IDisposable? Place, DownloadRefusal Refusal) Acquire(Guid tenant, string user, bool isPicture)
    {
        var (places, most, mostOfAUser) = isPicture ? (pictures, PicturesOfANode, PicturesOfAUser) : (files, OfANode, OfAUser);
        var ofUser = new PlaceBound($"{tenant}/{user}", mostOfAUser);
        var (place, full) = places.Enter(ofUser, new("", most), new($"{tenant}", most / 2));
        return (place, full == ofUser ? DownloadRefusal.User : DownloadRefusal.Node);
    }
}
