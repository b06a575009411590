using Portal.Web.Mail;

namespace Portal.Web.Tests.Mail;

/// <summary>A mail that says what a test wants said.</summary>
internal sealed record SampleMail(string Says = "本文") : PortalMail
{
    public override string Kind => "sample";

    public bool Warns { get; init; } = true;

    public override bool WarnsOfOthers => Warns;

    public override MailBody Write(MailContext to) =>
        new MailBody("件名 " + Says).Paragraph(Says).Code("コード", Says).List([Says]).Facts(("名前", Says)).Button(Says, to.Link("/login"));
}

/// <summary>A mail with a code, which is in its text alone.</summary>
internal sealed record SampleMailWithSecret(string Code, DateTimeOffset Until) : PortalMail
{
    public override string Kind => "sample-secret";

    public override DateTimeOffset? ValidUntil => Until;

    public override MailBody Write(MailContext to) => new MailBody("確認コード").Code("コード", Code);

    public override string ToString() => nameof(SampleMailWithSecret);
}
