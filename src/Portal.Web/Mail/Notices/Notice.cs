namespace Portal.Web.Mail.Notices;

/// <summary>One mail that an event owes.</summary>
/// <param name="Part">Tells the mails of one event apart; empty where there is one.</param>
internal sealed record Notice(MailRecipient? Recipient, PortalMail Mail, string Part = "")
{
    public static IEnumerable<Notice> ToOwner(NoticeCause cause, PortalMail mail) => [new Notice(MailRecipient.Of(cause.User), mail)];
}
