namespace Portal.Web.Mail;

internal sealed record MailFact(string Label, string Value);

internal abstract record MailPart
{
    private MailPart()
    {
    }

    public sealed record Paragraph(string Text) : MailPart;

    public sealed record Code(string Label, string Value) : MailPart;

    public sealed record Button(string Label, Uri Target) : MailPart;

    public sealed record Facts(IReadOnlyList<MailFact> Rows) : MailPart;

    public sealed record Items(IReadOnlyList<string> Lines) : MailPart;
}
