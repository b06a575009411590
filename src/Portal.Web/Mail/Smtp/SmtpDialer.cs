using System.Net.Security;
using System.Net.Sockets;
using MailKit.Net.Smtp;
using MailKit.Security;

namespace Portal.Web.Mail.Smtp;

/// <summary>Opens connections: encrypted as the settings demand, the server's certificate checked, signed in.</summary>
internal sealed class SmtpDialer(SmtpOptions options, TimeProvider clock, RemoteCertificateValidationCallback? trust) : IDisposable
{
    private readonly SmtpTokens? tokens = options.OAuth.IsUsed ? new SmtpTokens(options.OAuth, clock) : null;

    public async Task<SmtpLine> DialAsync(CancellationToken cancellationToken)
    {
        var client = Client();
        try
        {
            var socket = await SocketAsync(cancellationToken);
            await client.ConnectAsync(socket, options.Host!, options.Port, options.Encryption, cancellationToken);
            await SignInAsync(client, cancellationToken);
            return new SmtpLine(client, clock);
        }
        catch
        {
            client.Dispose();
            throw;
        }
    }

    public void Dispose() => tokens?.Dispose();

    private async Task SignInAsync(SmtpClient client, CancellationToken cancellationToken)
    {
        if (tokens is not null)
        {
            await ShowTokenAsync(client, tokens, cancellationToken);
        }
        else if (!string.IsNullOrEmpty(options.User))
        {
            await client.AuthenticateAsync(options.User, options.Password!, cancellationToken);
        }
    }

    // The standard's way where it is offered; Microsoft and others know the older one alone.
    private async Task ShowTokenAsync(SmtpClient client, SmtpTokens known, CancellationToken cancellationToken)
    {
        var token = await known.GetAsync(cancellationToken);
        SaslMechanism way = client.AuthenticationMechanisms.Contains("OAUTHBEARER")
            ? new SaslMechanismOAuthBearer(options.User!, token)
            : new SaslMechanismOAuth2(options.User!, token);
        try
        {
            await client.AuthenticateAsync(way, cancellationToken);
        }
        catch (AuthenticationException)
        {
            known.Forget();
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
