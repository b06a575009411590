using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using Microsoft.Extensions.Options;
using Portal.TestKit.Mail;
using Portal.Web.Mail;
using Portal.Web.Outbox;

namespace Portal.Web.Tests.Mail;

/// <summary>ML_04: a mail server that refuses, fails, hangs, hangs up, or offers no encryption.</summary>
public sealed class SmtpMailTransportTests
{
    private static readonly OutgoingMail Mail = new(
        "<0198a5b2-0000-7000-8000-000000000001@portal.example.jp>", "試験ポータル", "no-reply@portal.example.jp", "reader@example.jp",
        string.Concat(Enumerable.Repeat("仮パスワードの発行", 6)), "本文です。\n.点で始まる行\n", "<p>本文です。</p>");

    [Fact]
    public async Task AMail_ArrivesWholeOverStartTls_AfterSigningIn()
    {
        await using var server = new TestSmtpServer { User = "portal", Password = "秘密pass" };
        using var trust = new TrustedCertificate(server.Certificate);

        (await SendAsync(server, options => (options.StartTls, options.User, options.Password) = (true, "portal", "秘密pass")))
            .ShouldBeOfType<Delivery.Accepted>();

        var received = await server.NextAsync();
        received.Tls.ShouldBeTrue();
        received.User.ShouldBe("portal");
        received.To.ShouldBe(["reader@example.jp"]);
        received.From.ShouldBe("no-reply@portal.example.jp");
        received.Text.Subject.ShouldBe(Mail.Subject);
        received.Text.Header("Message-ID").ShouldBe(Mail.MessageId);
        received.Text.Header("Auto-Submitted").ShouldBe("auto-generated");
        received.Text.Header("X-Auto-Response-Suppress").ShouldBe("All");
        received.Text.Header("From").ShouldBe("試験ポータル <no-reply@portal.example.jp>");
        received.Text.Plain.ShouldBe("本文です。\r\n.点で始まる行\r\n");
        received.Text.Html.ShouldBe("<p>本文です。</p>");
        received.Data.ShouldNotContain("List-Unsubscribe");
    }

    [Theory]
    [InlineData("ta..ro@ezweb.example", "\"ta..ro\"@ezweb.example")]
    [InlineData("taro.@docomo.example", "\"taro.\"@docomo.example")]
    public async Task TEXT_1_AnAddressOfAnOldMobileCarrier_IsQuotedForTheServer(string stored, string told)
    {
        await using var server = new TestSmtpServer();
        var options = new SmtpOptions { Host = "localhost", Port = server.Port, StartTls = false, TimeoutSeconds = 10 };

        (await SendAsync(options, Mail with { Recipient = stored })).ShouldBeOfType<Delivery.Accepted>();

        (await server.NextAsync()).To.ShouldBe([told]);
    }

    [Fact]
    public async Task ML_09_StrippedStartTls_SendsNothing()
    {
        await using var server = new TestSmtpServer { OffersTls = false };

        (await SendAsync(server, options => options.StartTls = true)).ShouldBeOfType<Delivery.Deferred>();

        server.Received.ShouldBeEmpty();
    }

    [Fact]
    public async Task ML_09_AnUntrustedCertificate_SendsNothing()
    {
        await using var server = new TestSmtpServer();

        (await SendAsync(server, options => options.StartTls = true)).ShouldBeOfType<Delivery.Deferred>();

        server.Received.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("550 5.1.1 no such user", true)]
    [InlineData("553 5.1.3 bad address", true)]
    [InlineData("450 4.2.1 busy", false)]
    [InlineData("451 4.3.0 try later", false)]
    [InlineData("452 4.2.2 full", false)]
    public async Task ML_04_ARefusedRecipient_IsFinalOrNot_AsTheServerSays(string answer, bool final)
    {
        await using var server = new TestSmtpServer { RefuseRecipient = _ => answer };

        ShouldBe(await SendAsync(server), final);
    }

    [Theory]
    [InlineData("554 5.6.0 no", true)]
    [InlineData("451 4.3.0 try later", false)]
    public async Task ML_04_ARefusedText_IsFinalOrNot_AsTheServerSays(string answer, bool final)
    {
        await using var server = new TestSmtpServer { RefuseText = _ => answer };

        ShouldBe(await SendAsync(server), final);
    }

    [Fact]
    public async Task ML_04_AWrongPassword_IsNotTheMailsFault()
    {
        await using var server = new TestSmtpServer { OffersTls = false, User = "portal", Password = "right" };

        (await SendAsync(server, options => (options.User, options.Password) = ("portal", "wrong")))
            .ShouldBeOfType<Delivery.Deferred>();
    }

    [Fact]
    [Trait("Timing", "measured")]
    public async Task ML_04_AServerThatHangs_IsLeftInTime()
    {
        await using var server = new TestSmtpServer { Delay = TimeSpan.FromMinutes(10) };
        var watch = Stopwatch.StartNew();

        (await SendAsync(server, options => options.TimeoutSeconds = 1)).ShouldBeOfType<Delivery.Deferred>();

        watch.Elapsed.ShouldBeLessThan(server.Delay / 2, "it was left, whenever this machine came to it");
    }

    [Fact]
    public async Task ML_04_AServerThatHangsUpAfterTheText_MayHaveTheMail_SoItIsTriedAgain()
    {
        await using var server = new TestSmtpServer { ClosesAfterText = true };

        (await SendAsync(server)).ShouldBeOfType<Delivery.Deferred>();

        (await server.NextAsync()).Text.Header("Message-ID").ShouldBe(Mail.MessageId);
    }

    [Fact]
    public async Task ML_04_NobodyThere_IsTriedAgain()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        var port = ((IPEndPoint)listener.LocalEndpoint).Port;
        listener.Stop();

        (await SendAsync(new SmtpOptions { Host = "127.0.0.1", Port = port, StartTls = false, TimeoutSeconds = 5 }))
            .ShouldBeOfType<Delivery.Deferred>();
    }

    private static void ShouldBe(Delivery delivery, bool final)
    {
        if (final)
        {
            delivery.ShouldBeOfType<Delivery.Refused>();
        }
        else
        {
            delivery.ShouldBeOfType<Delivery.Deferred>();
        }
    }

    private static Task<Delivery> SendAsync(TestSmtpServer server, Action<SmtpOptions>? change = null)
    {
        var options = new SmtpOptions { Host = "localhost", Port = server.Port, StartTls = false, TimeoutSeconds = 10 };
        change?.Invoke(options);
        return SendAsync(options);
    }

    private static Task<Delivery> SendAsync(SmtpOptions options, OutgoingMail? mail = null) =>
        new SmtpMailTransport(Options.Create(new MailOptions { Smtp = options })).SendAsync(mail ?? Mail, CancellationToken.None);
}
