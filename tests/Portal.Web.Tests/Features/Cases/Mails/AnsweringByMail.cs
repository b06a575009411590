using System.Net;
using System.Text;
using Portal.Rules.Cases;
using Portal.TestKit.Mail;
using Portal.TestKit.Web;

namespace Portal.Web.Tests.Features.Cases.Mails;

/// <summary>
/// No mail is read here: whatever a reply names, it reaches no case (ML-10). Who wants to answer is told where.
/// </summary>
public sealed class AnsweringByMail : CaseTest
{
    [Theory]
    [InlineData("ja", "このメールは送信専用です。返信しても届きません。")]
    [InlineData("en", "Replies to this email are not read.")]
    public async Task ML_10_CASE_7_EveryMailOfACase_SaysThatRepliesAreNotRead_AndWhereToAnswer(string language, string said)
    {
        var row = await OpenAsync();
        await App.World.Accounts.ChangeAsync(Author, user => user.Language, language);
        var colleague = await SignedInAsync(ColleagueId);
        for (var i = 0; i < 2; i++)
        {
            (await (await colleague.GetAsync(PathOf(row.Number))).Form("form[action$='/comments']").Fill("Text", $"コメント {i}")
                .SubmitAsync("送信")).ShouldBe(HttpStatusCode.SeeOther);
            App.Time.Advance(DigestRules.Window);
        }

        var mails = await App.MailsAsync("hanako@example.jp");
        mails.Count.ShouldBe(2);
        mails.ShouldAllBe(mail => mail.Text.Contains(said) && mail.Html.Contains(said)
            && mail.Text.Contains($"/t/security/cases/{CaseNumber.Of(row.Number)}"));
        mails.Select(mail => mail.MessageId).Distinct().Count().ShouldBe(2);
    }

    [Theory]
    [InlineData("/hooks/security/mail")]
    [InlineData("/hooks/security/cases")]
    [InlineData("/t/security/cases/CS0000001/comments")]
    [InlineData("/t/security/mail")]
    public async Task ML_10_AReplyThatNamesAForeignCase_IsTakenInNowhere(string path)
    {
        var row = await OpenAsync();
        var mail = $"In-Reply-To: <case.{row.Id:N}@portal.example>\r\nReferences: <case.{row.Id:N}@portal.example>\r\n"
            + $"Subject: Re: {CaseNumber.Of(row.Number)}\r\n\r\n書き込み";
        using var post = new HttpRequestMessage(HttpMethod.Post, path)
        {
            Content = new StringContent(mail, Encoding.UTF8, "message/rfc822"),
        };

        var answer = await App.CreateBrowser().SendAsync(post);

        ((int)answer.Status).ShouldBeInRange(300, 499);
        (await App.World.CaseEntries.CountAsync()).ShouldBe(1);
    }
}
