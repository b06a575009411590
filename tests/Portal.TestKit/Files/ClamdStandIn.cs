using System.Buffers.Binary;
using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace Portal.TestKit.Files;

/// <summary>How a scanner behaves.</summary>
public enum ClamdMood
{
    /// <summary>Finds what bears <see cref="ClamdStandIn.Harmful"/>.</summary>
    Honest,
    Error,

    /// <summary>Takes the first piece and says that this is too much.</summary>
    TooSmall,
    HangsUp,
    Silent,
}

/// <summary>A scanner on loopback that speaks clamd's protocol, and misbehaves as told.</summary>
public sealed class ClamdStandIn : IAsyncDisposable
{
    /// <summary>
    /// Stands for what real signatures find; the usual test text would set off the scanner of whoever reads this.
    /// </summary>
    public const string Harmful = "PORTAL-HARMFUL-SAMPLE";

    private readonly TcpListener listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource stop = new();
    private readonly Task loop;

    public ClamdStandIn()
    {
        listener.Start();
        loop = AcceptAsync();
    }

    public ClamdMood Mood { get; set; }

    /// <summary>Bytes of each content that came whole.</summary>
    public ConcurrentQueue<int> Scanned { get; } = new();

    public string Address => $"tcp://127.0.0.1:{((IPEndPoint)listener.LocalEndpoint).Port}";

    public async ValueTask DisposeAsync()
    {
        await stop.CancelAsync();
        listener.Stop();
        await loop;
        stop.Dispose();
    }

    private async Task AcceptAsync()
    {
        List<Task> talks = [];
        try
        {
            while (true)
            {
                talks.Add(TalkAsync(await listener.AcceptTcpClientAsync(stop.Token)));
            }
        }
        catch (Exception e) when (e is OperationCanceledException or SocketException or ObjectDisposedException)
        {
            await Task.WhenAll(talks);
        }
    }

    private async Task TalkAsync(TcpClient client)
    {
        using (client)
        {
            try
            {
                await AnswerAsync(client.GetStream());
            }
            catch (Exception e) when (e is IOException or OperationCanceledException)
            {
                // Whoever asked has gone, or the test is over.
            }
        }
    }

    private async Task AnswerAsync(NetworkStream talk)
    {
        var command = new byte[10];
        await talk.ReadExactlyAsync(command, stop.Token);
        if (Encoding.ASCII.GetString(command) != "zINSTREAM\0")
        {
            return;
        }

        using var content = new MemoryStream();
        while (await PieceAsync(talk) is { Length: > 0 } piece)
        {
            content.Write(piece);
            if (Mood == ClamdMood.HangsUp)
            {
                return;
            }

            if (Mood == ClamdMood.TooSmall)
            {
                await SayAsync(talk, "INSTREAM size limit exceeded. ERROR");
                return;
            }
        }

        if (Mood == ClamdMood.Silent)
        {
            await Task.Delay(Timeout.Infinite, stop.Token);
        }

        Scanned.Enqueue((int)content.Length);
        await SayAsync(talk, Mood == ClamdMood.Error ? "Can't allocate memory ERROR"
            : Encoding.UTF8.GetString(content.ToArray()).Contains(Harmful, StringComparison.Ordinal)
                ? "stream: Portal.Sample FOUND" : "stream: OK");
    }

    private async Task<byte[]> PieceAsync(NetworkStream talk)
    {
        var length = new byte[4];
        await talk.ReadExactlyAsync(length, stop.Token);
        var piece = new byte[BinaryPrimitives.ReadInt32BigEndian(length)];
        await talk.ReadExactlyAsync(piece, stop.Token);
        return piece;
    }

    private Task SayAsync(NetworkStream talk, string answer) =>
        talk.WriteAsync(Encoding.ASCII.GetBytes(answer + "\0"), stop.Token).AsTask();
}
