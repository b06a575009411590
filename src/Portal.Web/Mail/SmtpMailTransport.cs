using System.Net;
using System.Net.Mail;
using Microsoft.Extensions.Options;
using Portal.Web.Outbox;

namespace Portal.Web.Mail;

/// <summary>
/// Hands mail to a submission server with the framework's own client. With StartTls it never goes on in clear: a server
/// that offers no STARTTLS, or an attacker who strips the offer, gets nothing (ML-09).
/// </summary>
internal sealed class SmtpMailTransport(IOptions<MailOptions> options) : IMailTransport
{
    private SmtpOptions Options => options.Value.Smtp;

    private TimeSpan Timeout => TimeSpan.FromSeconds(Options.TimeoutSeconds);

    public async Task<Delivery> SendAsync(OutgoingMail mail, CancellationToken cancellationToken)
    {
        using var message = SmtpMessage.Of(mail);
        using var client = Client();
        try
        {
            // The client's own time limit does not cover every step; a server that hangs must not outlast the lease.
            await client.SendMailAsync(message, cancellationToken).WaitAsync(Timeout + TimeSpan.FromSeconds(2), cancellationToken);
            return new Delivery.Accepted();
        }
        catch (SmtpException e)
        {
            return IsFinal(e.StatusCode) ? new Delivery.Refused(Reason(e)) : new Delivery.Deferred(Reason(e));
        }
        catch (Exception e) when (e is TimeoutException or IOException)
        {
            return new Delivery.Deferred(Reason(e));
        }
    }

    private SmtpClient Client() => new(Options.Host!, Options.Port)
    {
        EnableSsl = Options.StartTls,
        Credentials = string.IsNullOrEmpty(Options.User) ? null : new NetworkCredential(Options.User, Options.Password),
        Timeout = (int)Timeout.TotalMilliseconds,
    };

    // 530 also stands for a wrong password or a missing STARTTLS: the operator's to mend, not the mail's fault.
    private static bool IsFinal(SmtpStatusCode status) => (int)status >= 500 && status != SmtpStatusCode.MustIssueStartTlsFirst;

    private static string Reason(Exception e) =>
        e.InnerException is { } inner ? $"{e.GetType().Name}: {e.Message} ({inner.Message})" : $"{e.GetType().Name}: {e.Message}";
}
