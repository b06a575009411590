using System.Collections.Concurrent;
using System.Diagnostics;
using Portal.TestKit.Mail;
using Portal.Web.Mail.Smtp;
using Portal.Web.Outbox;

namespace Portal.Web.Tests.Mail.Smtp;

/// <summary>ML_03: connections are kept for the next mail, and no mail is lost or doubled with one.</summary>
public sealed class SmtpLinesTests : SmtpTest
{
    [Fact]
    public async Task ML_03_OneSender_TellsAHundredMailsInOneConnection()
    {
        await using var server = new TestSmtpServer { User = "portal", Password = "secret" };
        await using var transport = Transport(server, Trusted,
            options => (options.StartTls, options.User, options.Password) = (true, "portal", "secret"));

        (await SendAsync(transport, 100)).ShouldAllBe(delivery => delivery is Delivery.Accepted);
        server.Connections.ShouldBe(1);

        (await transport.SendAsync(Numbered(100), CancellationToken.None)).ShouldBeOfType<Delivery.Accepted>();
        server.Connections.ShouldBe(2, "servers count the mails of a connection");
        OnceEach(server, 101);
        server.Received.ShouldAllBe(mail => mail.Tls && mail.User == "portal");
    }

    [Fact]
    public async Task ML_03_FourSenders_TellAThousandMailsInAsManyConnections()
    {
        await using var server = new TestSmtpServer();
        await using var transport = Transport(server);

        (await SendAsync(transport, 1000, atOnce: 4)).ShouldAllBe(delivery => delivery is Delivery.Accepted);

        OnceEach(server, 1000);
        server.Connections.ShouldBeInRange(10, 10 + 4, "a hundred mails each, and what four have in hand");
    }

    [Fact]
    [Trait("Timing", "measured")]
    public async Task ML_03_AMailOfOrdinarySize_IsNotHeldBack()
    {
        await using var server = new TestSmtpServer();
        await using var transport = Transport(server);
        var mail = Mail with { Html = string.Concat(Enumerable.Repeat(Mail.Html, 200)) };
        var watch = Stopwatch.StartNew();

        for (var i = 0; i < 100; i++)
        {
            (await transport.SendAsync(mail, CancellationToken.None)).ShouldBeOfType<Delivery.Accepted>();
        }

        watch.Elapsed.ShouldBeLessThan(TimeSpan.FromSeconds(3), "each that waits for an acknowledgement waits 40 ms");
    }

    [Theory]
    [InlineData(1)]
    [InlineData(7)]
    public async Task ML_03_AServerThatHangsUpAfterSomeMails_GetsEachMailOnce(int mailsAConnection)
    {
        await using var server = new TestSmtpServer { MailsAConnection = mailsAConnection };
        await using var transport = Transport(server);

        (await SendAsync(transport, 70, atOnce: 4)).ShouldAllBe(delivery => delivery is Delivery.Accepted);

        OnceEach(server, 70);
        server.Connections.ShouldBeGreaterThanOrEqualTo(70 / mailsAConnection);
    }

    [Theory]
    [InlineData("550 5.1.1 no such user", "550 5.1.1 no such user")]
    [InlineData("451 4.3.0 try later", "451 4.3.0 try later")]
    public async Task ML_04_ARefusal_IsOfOneMail_AndTheConnectionGoesOn(string answer, string reason)
    {
        await using var server = new TestSmtpServer { RefuseRecipient = to => to == "nobody@example.jp" ? answer : null };
        await using var transport = Transport(server);

        var refused = await transport.SendAsync(Mail with { Recipient = "nobody@example.jp" }, CancellationToken.None);
        (refused switch
        {
            Delivery.Refused final => final.Reason,
            Delivery.Deferred later => later.Reason,
            _ => null,
        }).ShouldBe(reason);
        (await transport.SendAsync(Mail, CancellationToken.None)).ShouldBeOfType<Delivery.Accepted>();

        server.Connections.ShouldBe(1);
    }

    [Fact]
    public async Task ML_04_AfterAMailThatBrokeOff_TheNextHasAConnectionOfItsOwn()
    {
        await using var server = new TestSmtpServer { ClosesAfterText = true };
        await using var transport = Transport(server);

        (await transport.SendAsync(Numbered(0), CancellationToken.None)).ShouldBeOfType<Delivery.Deferred>();
        server.ClosesAfterText = false;
        (await transport.SendAsync(Numbered(1), CancellationToken.None)).ShouldBeOfType<Delivery.Accepted>();

        server.Connections.ShouldBe(2);
        OnceEach(server, 2);
    }

    [Fact]
    public async Task ML_03_AConnectionWithoutMail_IsClosedAfterAWhile()
    {
        await using var server = new TestSmtpServer();
        var clock = new HandClock();
        await using var transport = Transport(server, clock: clock);
        (await transport.SendAsync(Mail, CancellationToken.None)).ShouldBeOfType<Delivery.Accepted>();

        clock.Advance(SmtpLine.Rest - TimeSpan.FromSeconds(1));
        (await transport.SendAsync(Mail, CancellationToken.None)).ShouldBeOfType<Delivery.Accepted>();
        server.Connections.ShouldBe(1, "it had not rested long enough");

        clock.Advance(SmtpLine.Rest);
        await server.EmptyAsync();
    }

    [Fact]
    public async Task ML_03_AtTheEnd_TheServerIsLeft()
    {
        await using var server = new TestSmtpServer();
        var transport = Transport(server);
        (await SendAsync(transport, 8, atOnce: 4)).ShouldAllBe(delivery => delivery is Delivery.Accepted);

        await transport.DisposeAsync();

        await server.EmptyAsync();
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void ML_09_WhetherRevocationIsAsked_IsASetting(bool check)
    {
        using var dialer = new SmtpDialer(new SmtpOptions { CheckRevocation = check }, TimeProvider.System, null);
        using var client = dialer.Client();
        client.CheckCertificateRevocation.ShouldBe(check);
    }

    private static async Task<IReadOnlyCollection<Delivery>> SendAsync(SmtpMailTransport transport, int mails, int atOnce = 1)
    {
        var said = new ConcurrentBag<Delivery>();
        await Parallel.ForEachAsync(Enumerable.Range(0, mails), new ParallelOptions { MaxDegreeOfParallelism = atOnce },
            async (number, stop) => said.Add(await transport.SendAsync(Numbered(number), stop)));
        return said;
    }

    private static void OnceEach(TestSmtpServer server, int mails) =>
        server.Received.Select(mail => mail.Text.Header("Message-ID"))
            .ShouldBe(Enumerable.Range(0, mails).Select(number => Numbered(number).MessageId), ignoreOrder: true);
}
