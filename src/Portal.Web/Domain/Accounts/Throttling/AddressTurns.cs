namespace Portal.Web.Domain.Accounts.Throttling;

/// <summary>
/// One request of an address at a time asks for its count. All of them write the
/// same row, and those that wait for it in the database would hold connections
/// that everybody needs; here they hold none, and their number is bounded (RX-05).
/// </summary>
public sealed class AddressTurns
{
    /// <summary>An office of two hundred starts at nine (CG-16).</summary>
    public const int Places = 200;

    private readonly Dictionary<string, Line> lines = new(StringComparer.Ordinal);

    /// <returns>What to dispose when done; null when too many of this address wait.</returns>
    public async Task<IDisposable?> EnterAsync(string key)
    {
        if (Join(key) is not { } line)
        {
            return null;
        }

        await line.Turn.WaitAsync();
        return new Place(this, key, line);
    }

    private Line? Join(string key)
    {
        lock (lines)
        {
            if (!lines.TryGetValue(key, out var line))
            {
                lines[key] = line = new Line();
            }

            if (line.Present > Places)
            {
                return null;
            }

            line.Present++;
            return line;
        }
    }

    private void Leave(string key, Line line)
    {
        lock (lines)
        {
            line.Turn.Release();
            if (--line.Present == 0)
            {
                lines.Remove(key);
                line.Turn.Dispose();
            }
        }
    }

    private sealed class Line
    {
        public SemaphoreSlim Turn { get; } = new(1);

        public int Present { get; set; }
    }

    private sealed class Place(AddressTurns turns, string key, Line line) : IDisposable
    {
        public void Dispose() => turns.Leave(key, line);
    }
}
