namespace Portal.Web.Mail;

/// <param name="Subject">One line; holds no secret.</param>
internal sealed record ComposedMail(string Subject, string Text, string Html);

/// <summary>What stands around the parts of every mail, in the reader's language.</summary>
/// <param name="NotYours">Null where nobody acted in the reader's name.</param>
internal sealed record MailFrame(
    string Language,
    string PortalName,
    string? Color,
    string Title,
    string NotYoursTitle,
    string? NotYours,
    string Reason,
    string SendOnly,
    string ContactTitle,
    IReadOnlyList<MailFact> Contacts,
    string LinkHint);

internal static class MailComposer
{
    public static ComposedMail Compose(PortalMail mail, MailContext to)
    {
        var body = mail.Write(to);
        var frame = Frame(mail, body, to);
        return new ComposedMail(Subject(body, frame, to), TextMail.Render(frame, body.Parts), HtmlMail.Render(frame, body.Parts));
    }

    private static string Subject(MailBody body, MailFrame frame, MailContext to) =>
        body.Subject + (to.Language == "ja" ? "｜" : " | ") + frame.PortalName;

    private static string Advice(PortalMail mail, bool hasContact) => (mail.TellsOfAnother, hasContact) switch
    {
        (true, true) => "UnexpectedContact",
        (true, false) => "UnexpectedAsk",
        (false, true) => "NotYoursContact",
        (false, false) => "NotYoursDelete",
    };

    private static MailFrame Frame(PortalMail mail, MailBody body, MailContext to)
    {
        IReadOnlyList<MailFact> contacts = [.. to.Tenant.Profile.Contact.Select(line =>
            new MailFact(OneLine.Of(line.Label.In(to.Language)), OneLine.Of(line.Value.In(to.Language))))];
        var portal = OneLine.Of(to.PortalName);
        return new MailFrame(
            to.Language,
            portal,
            to.Tenant.Profile.Brand.PrimaryColor,
            body.Subject,
            to.Text<MailText>(mail.TellsOfAnother ? "UnexpectedTitle" : "NotYoursTitle"),
            body.NotYours ?? (mail.WarnsOfOthers ? to.Text<MailText>(Advice(mail, contacts.Count > 0)) : null),
            body.Reason ?? to.Text<MailText>("Reason", portal),
            to.Text<MailText>("SendOnly"),
            to.Text<MailText>("ContactTitle"),
            contacts,
            to.Text<MailText>("LinkHint"));
    }
}
