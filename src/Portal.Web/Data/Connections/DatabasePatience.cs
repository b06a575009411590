namespace Portal.Web.Data.Connections;

/// <summary>
/// How long one statement may be waited for, by whoever waits. A page gives up before its reader does (REL-2); work
/// without a reader keeps to the database's own limit.
/// </summary>
public sealed class DatabasePatience : IDisposable
{
    /// <summary>
    /// With half a second for the catalogue and one for cancelling the statement, an answer comes within five.
    /// </summary>
    public static readonly TimeSpan OfAPage = TimeSpan.FromSeconds(3);

    /// <summary>A file may be counted and read longer, as the database allows.</summary>
    public static readonly TimeSpan OfAFile = TimeSpan.FromSeconds(15);

    private static readonly TimeSpan OfNobody = TimeSpan.FromSeconds(30);
    private static readonly AsyncLocal<TimeSpan?> Current = new();
    private readonly TimeSpan? before = Current.Value;

    private DatabasePatience()
    {
    }

    /// <summary>For everything that is called from here, until disposed.</summary>
    public static DatabasePatience Have(TimeSpan longest)
    {
        var patience = new DatabasePatience();
        Current.Value = longest;
        return patience;
    }

    public void Dispose() => Current.Value = before;

    internal static int Seconds => (int)(Current.Value ?? OfNobody).TotalSeconds;
}
