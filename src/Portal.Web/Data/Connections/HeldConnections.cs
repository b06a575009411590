namespace Portal.Web.Data.Connections;

/// <summary>
/// Which connections the work of this flow holds, so that nobody waits for somebody outside with one in hand: sixty
/// slow readers would have them all (RX-05).
/// </summary>
public sealed class HeldConnections : IDisposable
{
    private static readonly AsyncLocal<HeldConnections?> Current = new();
    private int open;

    private HeldConnections()
    {
    }

    /// <summary>Connections are counted that are opened from here on, by whatever is called from here.</summary>
    public static HeldConnections Watch() => Current.Value = new HeldConnections();

    /// <exception cref="InvalidOperationException">There is one.</exception>
    public void ShouldBeNone()
    {
        if (Volatile.Read(ref open) > 0)
        {
            throw new InvalidOperationException("A database connection is held while bytes go to a browser, which may take hours to "
                + "read them: read in short transactions, or into a temporary file first.");
        }
    }

    public void Dispose() => Current.Value = null;

    internal static void Opened() => Count(1);

    internal static void Closed() => Count(-1);

    private static void Count(int change)
    {
        if (Current.Value is { } watch)
        {
            Interlocked.Add(ref watch.open, change);
        }
    }
}
