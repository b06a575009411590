using System.Net;
using System.Net.Mail;
using System.Net.Mime;
using System.Text;
using Portal.TestKit.Mail;

namespace Portal.Web.Tests.TestKit;

public sealed class TestSmtpServerTests
{
    [Fact]
    public async Task Mail_ArrivesWhole_AndIsDecoded()
    {
        await using var server = new TestSmtpServer { User = "portal", Password = "秘密", OffersTls = false };
        using var mail = new MailMessage("from@example.jp", "to@example.jp")
        {
            Subject = string.Concat(Enumerable.Repeat("仮パスワードのお知らせ", 8)),
            SubjectEncoding = Encoding.UTF8
        };
        mail.AlternateViews.Add(AlternateView.CreateAlternateViewFromString("一行目\r\n.点で始まる行\r\n", Encoding.UTF8,
            MediaTypeNames.Text.Plain));
        mail.AlternateViews.Add(AlternateView.CreateAlternateViewFromString("<p>本文</p>", Encoding.UTF8, MediaTypeNames.Text.Html));

        using var client = new SmtpClient("127.0.0.1", server.Port) { Credentials = new NetworkCredential("portal", "秘密") };
        await client.SendMailAsync(mail);

        var received = await server.NextAsync();
        received.To.ShouldBe(["to@example.jp"]);
        received.User.ShouldBe("portal");
        received.Text.Subject.ShouldBe(mail.Subject);
        received.Text.Plain.ShouldBe("一行目\r\n.点で始まる行\r\n");
        received.Text.Html.ShouldBe("<p>本文</p>");
    }

    [Fact]
    public async Task LinesThatBeginWithADot_AreUnstuffed()
    {
        await using var server = new TestSmtpServer();
        using var mail = new MailMessage("from@example.jp", "to@example.jp", "dots",
            "one\r\n.two\r\n..three")
        { BodyTransferEncoding = TransferEncoding.SevenBit };

        using var client = new SmtpClient("127.0.0.1", server.Port);
        await client.SendMailAsync(mail);

        (await server.NextAsync()).Data.ShouldContain("one\r\n.two\r\n..three");
    }

    [Fact]
    public async Task Refusals_ReachTheSender()
    {
        await using var server = new TestSmtpServer { RefuseRecipient = _ => "550 5.1.1 no such user" };
        using var client = new SmtpClient("127.0.0.1", server.Port);

        var refused =
            await Should.ThrowAsync<SmtpFailedRecipientException>(() => client.SendMailAsync("a@example.jp", "b@example.jp", "s", "t"));

        refused.StatusCode.ShouldBe(SmtpStatusCode.MailboxUnavailable);
        server.Received.ShouldBeEmpty();
    }

    [Fact]
    public async Task HangingUpAfterTheText_KeepsTheMail()
    {
        await using var server = new TestSmtpServer { ClosesAfterText = true };
        using var client = new SmtpClient("127.0.0.1", server.Port);

        await Should.ThrowAsync<SmtpException>(() => client.SendMailAsync("a@example.jp", "b@example.jp", "s", "t"));

        server.Received.Count.ShouldBe(1);
    }
}
