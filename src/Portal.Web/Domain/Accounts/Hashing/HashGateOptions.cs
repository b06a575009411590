namespace Portal.Web.Domain.Accounts.Hashing;

/// <summary>How many may wait for a password hash on one node. Who is one too many gets 503.</summary>
public sealed class HashGateOptions
{
    public const string Section = "Portal:HashGate";

    /// <summary>Places for strangers, over all login IDs.</summary>
    public int Queue { get; set; } = 500;

    /// <summary>
    /// Places for those an account knows: its browsers, its sessions, the holders of its links. Strangers never take
    /// them.
    /// </summary>
    public int KnownQueue { get; set; } = 100;

    /// <summary>Places in one lane, so of one login ID, beside the one whose turn it is.</summary>
    public int LanePlaces { get; set; } = 20;

    /// <summary>
    /// Places of one network address in either queue; an office of two hundred starts at nine (CG-16).
    /// </summary>
    public int AddressPlaces { get; set; } = 200;

    public TimeSpan Patience { get; set; } = TimeSpan.FromSeconds(30);

    internal bool IsSound => Queue > 0 && KnownQueue > 0 && LanePlaces > 0 && AddressPlaces > 0 && Patience > TimeSpan.Zero;
}
