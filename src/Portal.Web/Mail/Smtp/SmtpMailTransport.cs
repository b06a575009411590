using System.Net.Security;
using System.Net.Sockets;
using MailKit;
using MailKit.Net.Smtp;
using MailKit.Security;
using Microsoft.Extensions.Options;
using Portal.Rules.Mail;
using Portal.Web.Outbox;

namespace Portal.Web.Mail.Smtp;

/// <summary>
/// Hands mail to a submission server. Where encryption is demanded it never goes on in clear: a server that offers no
/// STARTTLS, or an attacker who strips the offer, gets nothing (ML-09).
/// </summary>
/// <param name="trust">Which certificates are trusted; the system decides without it.</param>
internal sealed class SmtpMailTransport(IOptions<MailOptions> options, TimeProvider clock,
    RemoteCertificateValidationCallback? trust = null) : IMailTransport, IAsyncDisposable, IDisposable
{
    private readonly SmtpOptions options = options.Value.Smtp;
    private readonly SmtpLines lines = new(new SmtpDialer(options.Value.Smtp, clock, trust), clock);

    public async Task<Delivery> SendAsync(OutgoingMail mail, CancellationToken cancellationToken)
    {
        using var message = SmtpMessage.Of(mail, clock.GetUtcNow());
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        limit.CancelAfter(options.Timeout);
        try
        {
            return await SendAsync(await lines.GetAsync(limit.Token), new SmtpEnvelope(message, options.ReturnPathOf(mail)), limit.Token);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return new Delivery.Deferred($"No answer within {options.TimeoutSeconds} s.");
        }
        catch (Exception e) when (IsOfTheServer(e))
        {
            return new Delivery.Deferred(Reason(e));
        }
    }

    public ValueTask DisposeAsync() => lines.DisposeAsync();

    public void Dispose() => lines.Dispose();

    private async Task<Delivery> SendAsync(SmtpLine line, SmtpEnvelope mail, CancellationToken cancellationToken)
    {
        try
        {
            await line.SendAsync(mail, cancellationToken);
            return new Delivery.Accepted();
        }
        catch (SmtpCommandException e)
        {
            var reason = $"{(int)e.StatusCode} {e.Message}";
            return IsFinal(e.StatusCode)
                ? new Delivery.Refused(reason) { IsOfMailbox = DeliveryFailure.IsOfMailbox(DeliveryFailure.StatusIn(e.Message)) }
                : new Delivery.Deferred(reason);
        }
        finally
        {
            lines.GiveBack(line);
        }
    }

    // 530 stands for a password or a STARTTLS that is missing: the operator's to mend, not the mail's fault.
    private static bool IsFinal(SmtpStatusCode status) => (int)status >= 500 && status != SmtpStatusCode.AuthenticationRequired;

    // Whatever happens before a mail is told is no word about this mail: it would befall any other.
    private static bool IsOfTheServer(Exception e) => e is IOException or TimeoutException or SocketException or CommandException
        or ProtocolException or AuthenticationException or SslHandshakeException or NotSupportedException or ServiceNotConnectedException;

    private static string Reason(Exception e) =>
        e.InnerException is { } inner ? $"{e.GetType().Name}: {e.Message} ({inner.Message})" : $"{e.GetType().Name}: {e.Message}";
}
