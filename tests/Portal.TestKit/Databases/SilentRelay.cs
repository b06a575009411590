using System.Net;
using System.Net.Sockets;
using Npgsql;

namespace Portal.TestKit.Databases;

/// <summary>
/// Stands between an application and its PostgreSQL and can stop
/// passing anything on: a server that hangs, with its connections open.
/// </summary>
public sealed class SilentRelay : IAsyncDisposable
{
    private readonly TcpListener listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource end = new();
    private readonly EndPoint server;
    private readonly Task listening;
    private volatile TaskCompletionSource speech = Speaking();

    private SilentRelay(NpgsqlConnectionStringBuilder to)
    {
        server = new UnixDomainSocketEndPoint(Path.Combine(to.Host!, $".s.PGSQL.{to.Port}"));
        listener.Start();
        (to.Host, to.Port) = ("127.0.0.1", ((IPEndPoint)listener.LocalEndpoint).Port);
        ConnectionString = to.ConnectionString;
        listening = ListenAsync();
    }

    public string ConnectionString { get; }

    public static SilentRelay To(string connectionString) => new(new NpgsqlConnectionStringBuilder(connectionString));

    /// <summary>Connections stay and new ones are taken, but not one byte arrives.</summary>
    public void FallSilent() => speech = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);

    public void Speak() => speech.TrySetResult();

    public async ValueTask DisposeAsync()
    {
        await end.CancelAsync();
        listener.Dispose();
        await listening;
        end.Dispose();
    }

    private static TaskCompletionSource Speaking()
    {
        var speaking = new TaskCompletionSource();
        speaking.SetResult();
        return speaking;
    }

    private async Task ListenAsync()
    {
        var conversations = new List<Task>();
        try
        {
            while (true)
            {
                conversations.Add(RelayAsync(await listener.AcceptSocketAsync(end.Token)));
            }
        }
        catch (Exception e) when (e is OperationCanceledException or SocketException or ObjectDisposedException)
        {
            await Task.WhenAll(conversations);
        }
    }

    private async Task RelayAsync(Socket client)
    {
        using var here = client;
        using var there = new Socket(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified);
        try
        {
            await there.ConnectAsync(server, end.Token);
            await Task.WhenAny(PassAsync(here, there), PassAsync(there, here));
        }
        catch (Exception e) when (e is OperationCanceledException or SocketException)
        {
            // One side has gone; so does the other.
        }
    }

    private async Task PassAsync(Socket from, Socket to)
    {
        var buffer = new byte[16 * 1024];
        try
        {
            while (await from.ReceiveAsync(buffer, end.Token) is var count and > 0)
            {
                await speech.Task.WaitAsync(end.Token);
                await to.SendAsync(buffer.AsMemory(0, count), end.Token);
            }
        }
        catch (Exception e) when (e is OperationCanceledException or SocketException or ObjectDisposedException)
        {
            // One side has gone; so does the other.
        }
    }
}
