using System.Data;
using System.Data.Common;
using System.Globalization;
using System.Runtime.CompilerServices;

namespace Portal.Web.Data.Connections;

/// <summary>
/// Which connections the work of this flow holds, so that nobody waits for somebody outside with one in hand: sixty
/// slow readers would have them all (RX-05).
/// </summary>
/// <remarks>
/// A connection is asked whether it is open: one that broke is closed without a word, and whoever went on with another
/// holds nothing.
/// </remarks>
public sealed class HeldConnections : IDisposable
{
    private static readonly AsyncLocal<HeldConnections?> Current = new();

    /// <summary>Connections are used again and again: by whom now.</summary>
    private static readonly ConditionalWeakTable<DbConnection, HeldConnections?> Holders = [];

    private readonly Lock turn = new();
    private readonly Dictionary<DbConnection, Guid> open = [];

    private HeldConnections()
    {
    }

    /// <summary>Connections are noted that are opened from here on, by whatever is called from here.</summary>
    public static HeldConnections Watch() => Current.Value = new HeldConnections();

    /// <exception cref="InvalidOperationException">There is one.</exception>
    public void ShouldBeNone()
    {
        lock (turn)
        {
            foreach (var (connection, context) in open)
            {
                if (connection.State == ConnectionState.Open && Holders.TryGetValue(connection, out var holder) && holder == this)
                {
                    throw new InvalidOperationException(string.Create(CultureInfo.InvariantCulture,
                        $"A database connection (of context {context}) is held while bytes go to a browser, which may take hours to")
                        + " read them: read in short transactions, or into a temporary file first.");
                }
            }
        }
    }

    public void Dispose() => Current.Value = null;

    /// <param name="context">Of which context it is, for whoever looks for the culprit.</param>
    internal static void Opened(DbConnection connection, Guid context)
    {
        var watch = Current.Value;
        if (watch is not null || Holders.TryGetValue(connection, out _))
        {
            Holders.AddOrUpdate(connection, watch);
        }

        watch?.Note(connection, context);
    }

    internal static void Closed(DbConnection connection) => Current.Value?.Forget(connection);

    private void Note(DbConnection connection, Guid context)
    {
        lock (turn)
        {
            open[connection] = context;
        }
    }

    private void Forget(DbConnection connection)
    {
        lock (turn)
        {
            open.Remove(connection);
        }
    }
}
