namespace Portal.Web.Mail;

/// <summary>Texts of the frame around every mail.</summary>
public sealed class MailText;
