using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;
using System.Security.Authentication;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace Portal.TestKit.Mail;

/// <summary>A mail server on loopback that keeps what it gets, and misbehaves as told.</summary>
public sealed class TestSmtpServer : IAsyncDisposable
{
    private readonly TcpListener listener;
    private readonly CancellationTokenSource stop = new();
    private readonly Task loop;
    private readonly TaskCompletionSource text = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private int connections;
    private int open;
    private int mostOpen;

    /// <param name="port">0 for any free one.</param>
    public TestSmtpServer(int port = 0)
    {
        listener = new TcpListener(IPAddress.Loopback, port);
        listener.Start();
        loop = AcceptAsync();
    }

    public int Port => ((IPEndPoint)listener.LocalEndpoint).Port;

    /// <summary>Of this server alone, for "localhost"; trusted by nobody unless told.</summary>
    public X509Certificate2 Certificate { get; } = CreateCertificate();

    public ConcurrentQueue<ReceivedMail> Received { get; } = new();

    public bool OffersTls { get; set; } = true;

    /// <summary>What it says first.</summary>
    public string Greeting { get; set; } = "220 localhost test";

    /// <summary>Speaks TLS from the first byte, as on port 465.</summary>
    public bool TlsAtOnce { get; set; }

    /// <summary>How many clients have connected so far.</summary>
    public int Connections => connections;

    /// <summary>How many are connected now.</summary>
    public int Open => open;

    /// <summary>How many were connected at the same time.</summary>
    public int MostOpen => mostOpen;

    /// <summary>Hangs up after so many accepted mails of one connection; null never does.</summary>
    public int? MailsAConnection { get; set; }

    /// <summary>When set, mail is taken only after signing in with this name and <see cref="Password"/>.</summary>
    public string? User { get; set; }

    /// <summary>Or the token.</summary>
    public string? Password { get; set; }

    /// <summary>How clients may sign in.</summary>
    public string Mechanisms { get; set; } = "LOGIN PLAIN";

    /// <summary>The mechanisms by which clients did, or tried to.</summary>
    public ConcurrentQueue<string> Used { get; } = new();

    /// <summary>The refusal of an address at RCPT TO, such as "550 5.1.1 no such user"; null accepts it.</summary>
    public Func<string, string?> RefuseRecipient { get; set; } = _ => null;

    /// <summary>The refusal after the text has been sent, such as "451 4.3.0 try later"; null accepts it.</summary>
    public Func<string, string?> RefuseText { get; set; } = _ => null;

    /// <summary>How long the server thinks about a text before it answers.</summary>
    public TimeSpan Delay { get; set; }

    /// <summary>Keeps the mail, then hangs up instead of answering: the sender cannot know whether it went.</summary>
    public bool ClosesAfterText { get; set; }

    /// <summary>Until some client has told a text, which the server may still think about.</summary>
    public Task TextCameAsync() => text.Task;

    /// <summary>Until every client has left.</summary>
    public async Task EmptyAsync()
    {
        using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(10));
        while (Volatile.Read(ref open) > 0)
        {
            await Task.Delay(10, limit.Token);
        }
    }

    public async Task<ReceivedMail> NextAsync(TimeSpan? atMost = null)
    {
        using var limit = new CancellationTokenSource(atMost ?? TimeSpan.FromSeconds(10));
        ReceivedMail? mail;
        while (!Received.TryDequeue(out mail))
        {
            await Task.Delay(10, limit.Token);
        }

        return mail;
    }

    public async ValueTask DisposeAsync()
    {
        await stop.CancelAsync();
        listener.Stop();
        await loop;
        stop.Dispose();
        Certificate.Dispose();
    }

    internal void TextCame() => text.TrySetResult();

    private static X509Certificate2 CreateCertificate()
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var request = new CertificateRequest("CN=localhost", key, HashAlgorithmName.SHA256);
        var names = new SubjectAlternativeNameBuilder();
        names.AddDnsName("localhost");
        request.CertificateExtensions.Add(names.Build());
        request.CertificateExtensions.Add(new X509BasicConstraintsExtension(true, false, 0, true));
        var now = TimeProvider.System.GetUtcNow();
        using var certificate = request.CreateSelfSigned(now.AddDays(-1), now.AddDays(1));
        return X509CertificateLoader.LoadPkcs12(certificate.Export(X509ContentType.Pkcs12), null);
    }

    private async Task AcceptAsync()
    {
        var conversations = new List<Task>();
        try
        {
            while (true)
            {
                conversations.Add(ServeAsync(await listener.AcceptTcpClientAsync(stop.Token)));
            }
        }
        catch (Exception e) when (e is OperationCanceledException or SocketException or InvalidOperationException)
        {
            // The test is over; the listener may have been stopped between two clients.
            await Task.WhenAll(conversations);
        }
    }

    private async Task ServeAsync(TcpClient client)
    {
        client.NoDelay = true;
        Count();
        using (client)
        {
            try
            {
                using var conversation = new SmtpConversation(this, client.GetStream(), stop.Token);
                await conversation.RunAsync();
            }
            catch (Exception e) when (e is IOException or OperationCanceledException or SocketException or AuthenticationException)
            {
                // The client went away, or the test is over.
            }
            finally
            {
                Interlocked.Decrement(ref open);
            }
        }
    }

    // Clients are accepted one after the other, so nobody else counts meanwhile.
    private void Count()
    {
        connections++;
        mostOpen = Math.Max(mostOpen, Interlocked.Increment(ref open));
    }
}
