using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using Portal.TestKit.Mail;
using Portal.Web.Mail.Smtp;
using Portal.Web.Outbox;

namespace Portal.Web.Tests.Mail.Smtp;

/// <summary>ML_04: a mail server that refuses, fails, hangs, hangs up, or offers no encryption.</summary>
public sealed class SmtpMailTransportTests : SmtpTest
{
    [Fact]
    public async Task AMail_ArrivesWholeOverStartTls_AfterSigningIn()
    {
        await using var server = new TestSmtpServer { User = "portal", Password = "秘密pass" };

        (await SendAsync(server, Trusted, options => (options.StartTls, options.User, options.Password) = (true, "portal", "秘密pass")))
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
        await using var transport = Transport(server);

        (await transport.SendAsync(Mail with { Recipient = stored }, CancellationToken.None)).ShouldBeOfType<Delivery.Accepted>();

        (await server.NextAsync()).To.ShouldBe([told]);
    }

    [Fact]
    public async Task CASE_7_MailsOfOneCase_NameItsThread_AndNoneOtherDoes()
    {
        await using var server = new TestSmtpServer();
        await using var transport = Transport(server);

        await transport.SendAsync(Mail with { References = ["<case.1@portal.example.jp>", "<case.2@portal.example.jp>"] },
            CancellationToken.None);
        await transport.SendAsync(Mail, CancellationToken.None);

        (await server.NextAsync()).Text.Header("References").ShouldBe("<case.1@portal.example.jp> <case.2@portal.example.jp>");
        (await server.NextAsync()).Text.Header("References").ShouldBeNull();
    }

    [Fact]
    public async Task ML_10_AReplyGoesToTheSenderThatNobodyReads()
    {
        await using var server = new TestSmtpServer();
        await using var transport = Transport(server);

        await transport.SendAsync(Mail, CancellationToken.None);

        var received = await server.NextAsync();
        received.Text.Header("Reply-To").ShouldBeNull();
        received.Text.Header("From").ShouldBe("試験ポータル <no-reply@portal.example.jp>");
    }

    [Fact]
    public async Task ML_01_BreaksInASubjectOrAName_StartNoHeader()
    {
        await using var server = new TestSmtpServer();
        await using var transport = Transport(server);
        var mail = Mail with { Subject = "件名\r\nBcc: thief@example.jp", SenderName = "送信者\u2028\r\nX-Evil: yes" };

        (await transport.SendAsync(mail, CancellationToken.None)).ShouldBeOfType<Delivery.Accepted>();

        var received = await server.NextAsync();
        received.To.ShouldBe(["reader@example.jp"]);
        (received.Text.Header("Bcc"), received.Text.Header("X-Evil")).ShouldBe((null, null));
        received.Text.Subject.ShouldBe("件名  Bcc: thief@example.jp");
    }

    [Fact]
    public async Task ML_04_BouncesGoToTheAddressThatIsSet_AndTheReaderSeesTheSender()
    {
        await using var server = new TestSmtpServer();

        (await SendAsync(server, options => options.BounceAddress = "bounces@mail.example.jp")).ShouldBeOfType<Delivery.Accepted>();

        var received = await server.NextAsync();
        received.From.ShouldBe("bounces@mail.example.jp");
        received.Text.Header("From").ShouldBe("試験ポータル <no-reply@portal.example.jp>");
    }

    [Fact]
    public async Task ML_09_AServerWithTlsFromTheFirstByte_IsSpokenToSo()
    {
        await using var server = new TestSmtpServer { TlsAtOnce = true, OffersTls = false };

        (await SendAsync(server, Trusted, options => options.ImplicitTls = true)).ShouldBeOfType<Delivery.Accepted>();

        (await server.NextAsync()).Tls.ShouldBeTrue();
    }

    [Fact]
    public async Task ML_09_StrippedStartTls_SendsNothing()
    {
        await using var server = new TestSmtpServer { OffersTls = false };

        (await SendAsync(server, options => options.StartTls = true)).ShouldBeOfType<Delivery.Deferred>();

        server.Received.ShouldBeEmpty();
        server.Connections.ShouldBe(1, "it was asked, and then left");
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task ML_09_AnUntrustedCertificate_SendsNothing(bool atOnce)
    {
        await using var server = new TestSmtpServer { TlsAtOnce = atOnce, OffersTls = !atOnce };

        (await SendAsync(server, options => (options.StartTls, options.ImplicitTls) = (true, atOnce))).ShouldBeOfType<Delivery.Deferred>();

        server.Received.ShouldBeEmpty();
        server.Connections.ShouldBe(1, "it was asked, and then left");
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
    [InlineData("550 5.1.1 no such user", true)]
    [InlineData("550 5.7.1 not welcome", false)]
    [InlineData("550 no such user", false)]
    public async Task ML_05_ARefusal_IsAboutTheMailbox_WhereItsCodeSaysSo(string answer, bool expected)
    {
        await using var server = new TestSmtpServer { RefuseRecipient = _ => answer };

        (await SendAsync(server)).ShouldBeOfType<Delivery.Refused>().IsOfMailbox.ShouldBe(expected);
    }

    [Theory]
    [InlineData("bounces+{tag}@portal.example.jp", "bounces+0123@portal.example.jp")]
    [InlineData("{tag}@bounces.portal.example.jp", "0123@bounces.portal.example.jp")]
    [InlineData("bounces@portal.example.jp", "bounces@portal.example.jp")]
    [InlineData(null, "no-reply@portal.example.jp")]
    public async Task ML_05_EachMail_HasAReturnPathOfItsOwn_WhereThereIsAPlaceForIt(string? setting, string expected)
    {
        await using var server = new TestSmtpServer();
        await using var transport = Transport(server, change: options => options.BounceAddress = setting);

        (await transport.SendAsync(Mail with { ReturnTag = "0123" }, CancellationToken.None)).ShouldBeOfType<Delivery.Accepted>();

        (await server.NextAsync()).From.ShouldBe(expected);
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
    public async Task ML_04_AServerThatTakesNobodysMail_IsNotTheMailsFault()
    {
        await using var server = new TestSmtpServer { Greeting = "554 5.3.2 no service for you" };

        (await SendAsync(server)).ShouldBeOfType<Delivery.Deferred>().Reason.ShouldContain("no service for you");
    }

    [Fact]
    public async Task ML_04_WhoeverCancels_WaitsForNobody()
    {
        await using var server = new TestSmtpServer { Delay = TimeSpan.FromMinutes(10) };
        await using var transport = Transport(server);
        using var cancel = new CancellationTokenSource();
        var sending = transport.SendAsync(Mail, cancel.Token);
        await server.TextCameAsync();

        await cancel.CancelAsync();

        await Should.ThrowAsync<OperationCanceledException>(() => sending.WaitAsync(TimeSpan.FromMinutes(1)));
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

        await using var transport = Transport(new SmtpOptions { Host = "127.0.0.1", Port = port, StartTls = false, TimeoutSeconds = 5 });
        (await transport.SendAsync(Mail, CancellationToken.None)).ShouldBeOfType<Delivery.Deferred>();
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

    private static Task<Delivery> SendAsync(TestSmtpServer server, Action<SmtpOptions>? change = null) =>
        SendAsync(server, trusted: false, change);

    private static async Task<Delivery> SendAsync(TestSmtpServer server, bool trusted, Action<SmtpOptions>? change = null)
    {
        await using var transport = Transport(server, trusted, change);
        return await transport.SendAsync(Mail, CancellationToken.None);
    }
}
