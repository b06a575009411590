using System.Security.Cryptography.X509Certificates;
using System.Net.Security;
using Microsoft.Extensions.Options;
using Portal.TestKit.Mail;
using Portal.Web.Mail;
using Portal.Web.Mail.Smtp;

namespace Portal.Web.Tests.Mail.Smtp;

/// <summary>What the tests of this folder share: one mail, and a transport to a server of the test's own.</summary>
public abstract class SmtpTest
{
    /// <summary>Instead of a bare true: the server's own certificate is trusted.</summary>
    protected const bool Trusted = true;

    private protected static readonly OutgoingMail Mail = new(
        "<0198a5b2-0000-7000-8000-000000000001@portal.example.jp>", "試験ポータル", "no-reply@portal.example.jp", "reader@example.jp",
        string.Concat(Enumerable.Repeat("仮パスワードの発行", 6)), "本文です。\n.点で始まる行\n", "<p>本文です。</p>");

    private protected static OutgoingMail Numbered(int number) => Mail with { MessageId = $"<{number}@portal.example.jp>" };

    private protected static SmtpMailTransport Transport(TestSmtpServer server, bool trusted = false, Action<SmtpOptions>? change = null,
        TimeProvider? clock = null)
    {
        var options = new SmtpOptions { Host = "localhost", Port = server.Port, StartTls = false, TimeoutSeconds = 10 };
        change?.Invoke(options);
        return Transport(options, trusted ? Trust(server.Certificate) : null, clock);
    }

    private protected static SmtpMailTransport Transport(SmtpOptions options, RemoteCertificateValidationCallback? trust = null,
        TimeProvider? clock = null) =>
        new(Options.Create(new MailOptions { Smtp = options }), clock ?? TimeProvider.System, trust);

    private static RemoteCertificateValidationCallback Trust(X509Certificate2 certificate)
    {
        var thumbprint = certificate.Thumbprint;
        return (_, presented, _, _) => (presented as X509Certificate2)?.Thumbprint == thumbprint;
    }
}
