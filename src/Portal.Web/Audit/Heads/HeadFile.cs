using System.Text;

namespace Portal.Web.Audit.Heads;

/// <summary>The file of heads: lines are added, none is ever changed.</summary>
internal static class HeadFile
{
    /// <summary>Ends a line whose writer died in the middle of it; such a line says nothing.</summary>
    public const string Torn = " #torn";

    private const byte LineEnd = (byte)'\n';

    // Another node, or a verification: a line is written in milliseconds.
    private const int Tries = 100;
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(20);

    public static async Task AppendAsync(string file, IEnumerable<string> lines, CancellationToken cancellationToken)
    {
        // Nobody else at the same time: two that append would write over each other.
        await using var stream = await OpenAsync(
            () => new FileStream(file, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None), cancellationToken);
        var start = stream.Length == 0 || EndsWithLine(stream) ? "" : Torn + "\n";
        stream.Seek(0, SeekOrigin.End);
        await stream.WriteAsync(Encoding.UTF8.GetBytes(start + string.Concat(lines.Select(line => line + "\n"))), cancellationToken);
        stream.Flush(flushToDisk: true);
    }

    /// <summary>Its lines with their numbers, without those that were not finished.</summary>
    public static async Task<IReadOnlyList<T>> ReadAsync<T>(string file, Func<int, string, T?> read, CancellationToken cancellationToken)
        where T : class
    {
        await using var stream = await OpenAsync(
            () => new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete), cancellationToken);
        var isWhole = stream.Length == 0 || EndsWithLine(stream);
        stream.Seek(0, SeekOrigin.Begin);
        using var reader = new StreamReader(stream, Encoding.UTF8);
        var found = new List<T>();
        var number = 0;
        for (var line = await reader.ReadLineAsync(cancellationToken); line is not null;)
        {
            var next = await reader.ReadLineAsync(cancellationToken);
            number++;
            if (line.Length > 0 && !line.EndsWith(Torn, StringComparison.Ordinal) && (isWhole || next is not null)
                && read(number, line) is { } value)
            {
                found.Add(value);
            }

            line = next;
        }

        return found;
    }

    /// <summary>Somebody has it open: EWOULDBLOCK of Linux and macOS, ERROR_SHARING_VIOLATION of Windows.</summary>
    public static bool IsInUse(IOException refused) => (refused.HResult & 0xFFFF) is 11 or 35 or 32;

    private static async Task<FileStream> OpenAsync(Func<FileStream> open, CancellationToken cancellationToken)
    {
        for (var tries = 1; ; tries++)
        {
            try
            {
                return open();
            }
            catch (IOException refused) when (IsInUse(refused) && tries < Tries)
            {
                await Task.Delay(Pause, cancellationToken);
            }
        }
    }

    private static bool EndsWithLine(FileStream stream)
    {
        stream.Seek(-1, SeekOrigin.End);
        return stream.ReadByte() == LineEnd;
    }
}
