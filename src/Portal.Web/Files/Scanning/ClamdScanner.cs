using System.Net;
using System.Net.Sockets;
using System.Text;
using Microsoft.Extensions.Options;
using Portal.Rules.Text;

namespace Portal.Web.Files.Scanning;

/// <summary>
/// Asks clamd over its own protocol: the content goes there piece by piece (INSTREAM), one line comes back. Whatever is
/// not that line is no verdict.
/// </summary>
internal sealed class ClamdScanner(IOptions<FilesOptions> options) : IFileScanner
{
    private const int LongestAnswer = 4096;
    private const int LongestName = 200;
    private const string Said = "stream: ";
    private const string FoundAtEnd = " FOUND";

    public bool IsThere => options.Value.Clamd.Address is not null;

    /// <returns>Null where it is none.</returns>
    public static EndPoint? EndPointOf(string address)
    {
        if (!Uri.TryCreate(address, UriKind.Absolute, out var uri))
        {
            return null;
        }

        return uri switch
        {
            { Scheme: "tcp", Host.Length: > 0, Port: > 0, PathAndQuery: "" or "/" } => new DnsEndPoint(uri.Host, uri.Port),
            { Scheme: "unix", Host.Length: 0, AbsolutePath.Length: > 1 } => new UnixDomainSocketEndPoint(uri.AbsolutePath),
            _ => null,
        };
    }

    public async Task<ScanVerdict> ScanAsync(Func<Stream, CancellationToken, Task> write, CancellationToken cancelled)
    {
        if (!IsThere)
        {
            // Files that wait for one were promised a verdict when there was one (FI-07).
            return new ScanVerdict.Unavailable("None is set up.");
        }

        using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancelled);
        patience.CancelAfter(TimeSpan.FromSeconds(options.Value.Clamd.TimeoutSeconds));
        try
        {
            return await AskAsync(write, patience.Token);
        }
        catch (Exception e) when (e is SocketException or IOException)
        {
            return new ScanVerdict.Unavailable(e.Message);
        }
        catch (OperationCanceledException) when (!cancelled.IsCancellationRequested)
        {
            return new ScanVerdict.Unavailable("It did not answer in time.");
        }
    }

    private async Task<ScanVerdict> AskAsync(Func<Stream, CancellationToken, Task> write, CancellationToken cancelled)
    {
        var address = EndPointOf(options.Value.Clamd.Address!)!;
        using var socket = address is UnixDomainSocketEndPoint
            ? new Socket(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified)
            : new Socket(SocketType.Stream, ProtocolType.Tcp);
        await socket.ConnectAsync(address, cancelled);
        await using var connection = new NetworkStream(socket);
        try
        {
            await connection.WriteAsync("zINSTREAM\0"u8.ToArray(), cancelled);
            await using var pieces = new ClamdStream(connection);
            await write(pieces, cancelled);
            await pieces.EndAsync(cancelled);
        }
        catch (ClamdStream.ClosedException)
        {
            // It may have said why before it closed, such as that the content is too large for it.
        }

        return Understand(await AnswerAsync(connection, cancelled));
    }

    private static async Task<string> AnswerAsync(NetworkStream connection, CancellationToken cancelled)
    {
        var answer = new byte[LongestAnswer];
        var length = 0;
        while (length < LongestAnswer && await connection.ReadAsync(answer.AsMemory(length), cancelled) is var read and > 0)
        {
            length += read;
            if (Array.IndexOf(answer, (byte)0, 0, length) is >= 0 and var end)
            {
                return Encoding.UTF8.GetString(answer, 0, end);
            }
        }

        return "";
    }

    private static ScanVerdict Understand(string answer)
    {
        if (answer == Said + "OK")
        {
            return new ScanVerdict.Harmless();
        }

        return answer.StartsWith(Said, StringComparison.Ordinal) && answer.EndsWith(FoundAtEnd, StringComparison.Ordinal)
            && answer.Length > Said.Length + FoundAtEnd.Length
            ? new ScanVerdict.Found(ForeignText.Of(answer[Said.Length..^FoundAtEnd.Length], LongestName))
            : new ScanVerdict.Unavailable(answer.Length == 0 ? "It closed the connection." : ForeignText.Of(answer, LongestName));
    }
}
