using System.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Portal.TestKit.Web;
using Portal.Web.Mail.Bounces;

namespace Portal.Web.Tests.Features.Bounces;

/// <summary>What a mail server says of a mail that it could not deliver, written out as RFC 3464 has it.</summary>
internal static class Bounce
{
    public static string Report(string action = "failed", string status = "5.1.1", string type = "multipart/report") => $"""
        From: MAILER-DAEMON@mx.example.net
        To: bounces@portal.example.jp
        Subject: Undelivered Mail Returned to Sender
        MIME-Version: 1.0
        Content-Type: {type}; report-type=delivery-status; boundary="part"

        --part
        Content-Type: text/plain; charset=us-ascii

        The mail could not be delivered.

        --part
        Content-Type: message/delivery-status

        Reporting-MTA: dns; mx.example.net
        Arrival-Date: Wed, 13 May 2026 10:00:00 +0900

        Final-Recipient: rfc822; taro@rental.example.jp
        Action: {action}
        Status: {status}
        Diagnostic-Code: smtp; 550 {status} unknown

        --part--

        """.ReplaceLineEndings("\r\n");

    public static async Task<string> ReturnPathAsync(PortalApp app, string recipient)
    {
        var id = (await app.World.Mails.AskAsync(mails => mails.Where(mail => mail.Recipient == recipient)
            .OrderByDescending(mail => mail.CreatedAt).ThenByDescending(mail => mail.Id).Select(mail => mail.Id)))[0];
        return $"bounces+{app.Services.GetRequiredService<BounceTag>().Of(id)}@portal.example.jp";
    }

    public static async Task<int> ReportAsync(PortalApp app, string? to, string report)
    {
        using var client = app.CreateClient();
        using var content = new ByteArrayContent(Encoding.UTF8.GetBytes(report));
        using var answer = await client.PostAsync(
            new Uri($"/hooks/bounces{(to is null ? "" : "?to=" + Uri.EscapeDataString(to))}", UriKind.Relative), content);
        var status = (int)answer.StatusCode;
        (status != 204 || await answer.Content.ReadAsStringAsync() is "").ShouldBeTrue("whoever reports learns nothing");
        return status;
    }
}
