using System.Net.Security;
using System.Net.Sockets;
using MailKit.Net.Smtp;

namespace Portal.Web.Mail.Smtp;

/// <summary>Opens connections: encrypted as the settings demand, the server's certificate checked, signed in.</summary>
internal sealed class SmtpDialer(SmtpOptions options, TimeProvider clock, RemoteCertificateValidationCallback? trust)
{
    public async Task<SmtpLine> DialAsync(CancellationToken cancellationToken)
    {
        var client = Client();
        try
        {
            var socket = await SocketAsync(cancellationToken);
            await client.ConnectAsync(socket, options.Host!, options.Port, options.Encryption, cancellationToken);
            if (!string.IsNullOrEmpty(options.User))
            {
                await client.AuthenticateAsync(options.User, options.Password!, cancellationToken);
            }

            return new SmtpLine(client, clock);
        }
        catch
        {
            client.Dispose();
            throw;
        }
    }

    internal SmtpClient Client() => new()
    {
        CheckCertificateRevocation = options.CheckRevocation,
        ServerCertificateValidationCallback = trust,
    };

    // The end of a text is a small packet behind large ones. Held back until those are acknowledged, as sockets do
    // unless told not to, each mail takes 40 ms more than its server needs.
    private async Task<Socket> SocketAsync(CancellationToken cancellationToken)
    {
        var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        try
        {
            await socket.ConnectAsync(options.Host!, options.Port, cancellationToken);
            return socket;
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }
}
