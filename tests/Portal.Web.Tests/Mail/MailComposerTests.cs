using AngleSharp.Html.Parser;
using Portal.Web.Data.Entities;
using Portal.Web.Features.Recovery.TemporaryPasswords;
using Portal.Web.Features.SignIn.SecondStep;
using Portal.Web.Mail;

namespace Portal.Web.Tests.Mail;

public sealed class MailComposerTests
{
    private static readonly DateTimeOffset Until = new(2026, 7, 1, 0, 10, 0, TimeSpan.Zero);

    private static PortalUser Owner => new() { Door = "main", UserName = "N0001002" };

    [Theory]
    [InlineData("{0}")]
    [InlineData("@Model")]
    [InlineData("{{7*7}}")]
    [InlineData("%n")]
    [InlineData("<script>alert(1)</script>")]
    [InlineData("\"><img src=x>")]
    [InlineData("&lt;")]
    public void IV_14_WhatLooksLikeATemplate_StaysLiteral(string name)
    {
        var mail = MailComposer.Compose(new SampleMail(name), MailTenant.Reader());
        var html = new HtmlParser().ParseDocument(mail.Html);

        mail.Subject.ShouldBe($"件名 {name}｜試験ポータル");
        mail.Text.ShouldContain($"名前: {name}\n");
        html.QuerySelector("td")!.TextContent.ShouldBe(name);
        html.QuerySelector("h1")!.TextContent.ShouldBe("件名 " + name);
        html.QuerySelectorAll("script, img").ShouldBeEmpty();
    }

    [Theory]
    [InlineData("山田\r\nBcc: evil@example.jp")]
    [InlineData("山田\nBcc: evil@example.jp")]
    [InlineData("山田\0Bcc: evil@example.jp")]
    [InlineData("山田\u2028Bcc: evil@example.jp")]
    [InlineData("山田\u0085Bcc: evil@example.jp")]
    public void ML_01_LineBreaksInANameStartNothing(string name)
    {
        var mail = MailComposer.Compose(new SampleMail(name), MailTenant.Reader());

        mail.Subject.ShouldNotContain(c => char.IsControl(c) || c == '\u2028');
        mail.Text.Split('\n').ShouldNotContain(line => line.StartsWith("Bcc:", StringComparison.Ordinal));
        mail.Text.ShouldContain("名前: 山田");
    }

    [Theory]
    [InlineData("ja", "｜試験ポータル")]
    [InlineData("en", " | Test portal")]
    public void EveryMail_SaysWhoWritesAndWhy(string language, string portal)
    {
        var mail = MailComposer.Compose(new SampleMail(), MailTenant.Reader(language));

        mail.Subject.ShouldEndWith(portal);
        foreach (var part in new[] { mail.Text, mail.Html })
        {
            part.ShouldContain(language == "ja" ? "このメールに心当たりがない場合" : "If this was not you");
            part.ShouldContain(language == "ja" ? "送信専用" : "Replies to this email are not read");
            part.ShouldContain("0120-000-000");
            part.ShouldContain("https://portal.example.jp/t/mailtest/login");
        }

        mail.Html.ShouldContain($"<html lang=\"{language}\">");
    }

    [Theory]
    [InlineData("ja")]
    [InlineData("en")]
    public void ML_07_WhereNobodyActedInTheReadersName_NoMailWarnsOfIt(string language)
    {
        var mail = MailComposer.Compose(new SampleMail { Warns = false }, MailTenant.Reader(language));

        foreach (var part in new[] { mail.Text, mail.Html })
        {
            part.ShouldNotContain(language == "ja" ? "心当たり" : "was not you");
            part.ShouldNotContain(language == "ja" ? "ほかの人" : "Somebody else");
            part.ShouldContain(language == "ja" ? "送信専用" : "Replies to this email are not read");
            part.ShouldContain("0120-000-000");
        }
    }

    [Fact]
    public void MFA_4_TheCodeMail_ShowsTheCodeAndItsEndInTheReadersZone()
    {
        var mail = MailComposer.Compose(new SignInCodeMail(Owner, "012345", Until, "203.0.113.9", "Firefox"),
            MailTenant.Reader(timeZone: "Europe/Berlin"));

        mail.Text.ShouldContain("012345");
        mail.Text.ShouldContain("10分以内");
        mail.Text.ShouldContain("2026年7月1日（水） 2:10（Europe/Berlin）");
        mail.Text.ShouldContain("203.0.113.9");
        mail.Subject.ShouldNotContain("012");
    }

    [Theory]
    [InlineData("N0001002", "", "末尾が")]
    [InlineData("taro@example.jp.cs", "山田", "山田")]
    public void MFA_4_FACE_7_TheCodeMail_TellsWhichAccount_ButNotItsLoginId(string id, string name, string shown)
    {
        var owner = new PortalUser { Door = "main", UserName = id, FamilyName = name };
        var text = MailComposer.Compose(new SignInCodeMail(owner, "012345", Until, null, null), MailTenant.Reader()).Text;

        text.ShouldContain(shown);
        text.ShouldNotContain(id);
    }

    [Fact]
    public void TEMP_1_TheTemporaryPasswordMail_HasItsLifeAndTheWayIn()
    {
        var mail = MailComposer.Compose(new TemporaryPasswordMail("Abcd2345efgh", Until), MailTenant.Reader("en"));

        mail.Text.ShouldContain("Abcd2345efgh");
        mail.Text.ShouldContain("24 hours");
        mail.Text.ShouldContain("3 wrong tries");
        mail.Text.ShouldContain("Wednesday, 1 July 2026, 09:10 (Japan time)");
        mail.Text.ShouldContain("https://portal.example.jp/t/mailtest/login");
        mail.Subject.ShouldNotContain("Abcd");
    }

    [Fact]
    public void AU_05_SecretsStayOutOfWhatALogWouldPrint()
    {
        new SignInCodeMail(Owner, "012345", Until, null, null).ToString().ShouldNotContain("012345");
        new TemporaryPasswordMail("Abcd2345efgh", Until).ToString().ShouldNotContain("Abcd");
        new OutgoingMail("<1@x>", "n", "s@x.jp", "r@x.jp", "s", "Abcd", "Abcd").ToString().ShouldNotContain("Abcd");
    }
}
