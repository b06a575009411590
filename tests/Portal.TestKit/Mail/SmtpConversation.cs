using System.Net.Security;
using System.Text;

namespace Portal.TestKit.Mail;

/// <summary>One client's connection to the test server, command by command (RFC 5321).</summary>
internal sealed class SmtpConversation : IDisposable
{
    private readonly TestSmtpServer server;
    private readonly CancellationToken stop;
    private readonly List<string> to = [];
    private Stream stream;
    private StreamReader reader = null!;
    private TextWriter writer = null!;
    private string from = "";
    private string? user;
    private bool tls;
    private int mails;

    public SmtpConversation(TestSmtpServer server, Stream stream, CancellationToken stop)
    {
        (this.server, this.stream, this.stop) = (server, stream, stop);
        Open(stream);
    }

    public async Task RunAsync()
    {
        if (server.TlsAtOnce)
        {
            await EncryptAsync();
        }

        await SayAsync(server.Greeting);
        while (await reader.ReadLineAsync(stop) is { } line && await AnswerAsync(line))
        {
        }
    }

    public void Dispose()
    {
        reader.Dispose();
        stream.Dispose();
    }

    private async Task<bool> AnswerAsync(string line)
    {
        switch (line.Split(' ', ':')[0].ToUpperInvariant())
        {
            case "EHLO":
                await SayAsync(string.Join("\r\n", Extensions()));
                break;
            case "STARTTLS":
                await StartTlsAsync();
                break;
            case "AUTH":
                await SignInAsync(line.Split(' '));
                break;
            case "MAIL":
                await StartMailAsync(line);
                break;
            case "RCPT":
                await AddRecipientAsync(Address(line));
                break;
            case "DATA":
                return await TakeTextAsync();
            case "QUIT":
                await SayAsync("221 bye");
                return false;
            case "RSET" or "NOOP":
                await SayAsync("250 ok");
                break;
            default:
                await SayAsync("502 5.5.1 not implemented");
                break;
        }

        return true;
    }

    private IEnumerable<string> Extensions()
    {
        yield return "250-localhost";
        yield return "250-8BITMIME";
        yield return "250-SMTPUTF8";
        if (server.OffersTls && !tls)
        {
            yield return "250-STARTTLS";
        }

        if (server.User is not null && (tls || !server.OffersTls))
        {
            yield return "250-AUTH " + server.Mechanisms;
        }

        yield return "250 SIZE 10485760";
    }

    private async Task StartTlsAsync()
    {
        await SayAsync("220 go");
        await EncryptAsync();
    }

    private async Task EncryptAsync()
    {
        var secure = new SslStream(stream);
        await secure.AuthenticateAsServerAsync(server.Certificate);
        tls = true;
        Open(secure);
    }

    private async Task SignInAsync(string[] words)
    {
        server.Used.Enqueue(words[1]);
        var (name, password) = words[1].ToUpperInvariant() switch
        {
            "PLAIN" => await PlainAsync(words),
            "XOAUTH2" => await BearerAsync(words, "user=", '\u0001'),
            "OAUTHBEARER" => await BearerAsync(words, "a=", ','),
            _ => await LoginAsync(words),
        };
        user = name == server.User && password == server.Password ? name : null;
        if (user is null && words[1].Contains("OAUTH", StringComparison.OrdinalIgnoreCase))
        {
            // What is wrong with a token is said in a question, which the client answers with nothing in particular.
            await AskAsync("""{"status":"401"}""");
        }

        await SayAsync(user is null ? "535 5.7.8 authentication failed" : "235 ok");
    }

    private async Task<(string Name, string Password)> PlainAsync(string[] words)
    {
        var parts = (words.Length > 2 ? Decode(words[2]) : await AskAsync("")).Split('\0');
        return (parts[1], parts[2]);
    }

    private async Task<(string Name, string Password)> LoginAsync(string[] words) =>
        (words.Length > 2 ? Decode(words[2]) : await AskAsync("Username:"), await AskAsync("Password:"));

    // XOAUTH2: user=…^Aauth=Bearer …^A^A, OAUTHBEARER: n,a=…,^Ahost=…^Aport=…^Aauth=Bearer …^A^A
    private async Task<(string Name, string Token)> BearerAsync(string[] words, string name, char end)
    {
        var text = words.Length > 2 ? Decode(words[2]) : await AskAsync("");
        return (Between(text, name, end), Between(text, "auth=Bearer ", '\u0001'));
    }

    private async Task StartMailAsync(string line)
    {
        if (server.User is not null && user is null)
        {
            await SayAsync("530 5.7.0 authentication required");
            return;
        }

        from = Address(line);
        to.Clear();
        await SayAsync("250 ok");
    }

    private async Task AddRecipientAsync(string address)
    {
        var refusal = server.RefuseRecipient(address);
        if (refusal is null)
        {
            to.Add(address);
        }

        await SayAsync(refusal ?? "250 ok");
    }

    private async Task<bool> TakeTextAsync()
    {
        await SayAsync("354 go");
        var text = new StringBuilder();
        while (await reader.ReadLineAsync(stop) is { } line && line != ".")
        {
            text.Append(line.StartsWith('.') ? line[1..] : line).Append("\r\n");
        }

        server.TextCame();
        await Task.Delay(server.Delay, stop);
        var refusal = server.RefuseText(text.ToString());
        if (refusal is null)
        {
            server.Received.Enqueue(new ReceivedMail(from, [.. to], text.ToString(), tls, user));
        }

        if (server.ClosesAfterText)
        {
            return false;
        }

        await SayAsync(refusal ?? "250 queued");
        mails += refusal is null ? 1 : 0;
        return mails != server.MailsAConnection;
    }

    private async Task<string> AskAsync(string question)
    {
        await SayAsync("334 " + Convert.ToBase64String(Encoding.UTF8.GetBytes(question)));
        return Decode(await reader.ReadLineAsync(stop) ?? "");
    }

    private Task SayAsync(string line) => writer.WriteLineAsync(line.AsMemory(), stop);

    private void Open(Stream from)
    {
        stream = from;
        reader = new StreamReader(from, Encoding.UTF8, false, 4096, leaveOpen: true);
        writer = new StreamWriter(from, new UTF8Encoding(false), 4096, leaveOpen: true) { AutoFlush = true, NewLine = "\r\n" };
    }

    private static string Address(string line) =>
        line[(line.IndexOf('<', StringComparison.Ordinal) + 1)..line.IndexOf('>', StringComparison.Ordinal)];

    private static string Between(string text, string start, char end) =>
        text.Split(start, 2) is [_, var rest] ? rest.Split(end)[0] : "";

    private static string Decode(string base64) => Encoding.UTF8.GetString(Convert.FromBase64String(base64));
}
