using Portal.Web.Data.Entities;
using Portal.Web.Mail;
using Portal.Web.Mail.Marks;

namespace Portal.Web.Features.Recovery.ResetLinks;

/// <summary>The link that sets a new password (RESET-1).</summary>
/// <param name="Owner">Whose it is: several accounts may share a mailbox.</param>
/// <param name="Token">Nothing else may keep it.</param>
/// <param name="Until">Its end; after it the mail is not sent any more.</param>
public sealed record ResetLinkMail(PortalUser Owner, string Token, DateTimeOffset Until) : PortalMail
{
    public override string Kind => "reset-link";

    public override MailCap? Cap => MailCap.Recovery;

    public override DateTimeOffset? ValidUntil => Until;

    public override MailBody Write(MailContext to)
    {
        ArgumentNullException.ThrowIfNull(to);
        return new MailBody(to.Text<ResetMailText>("Subject"))
            .Paragraph(to.Text<ResetMailText>("Lead"))
            .Facts(AccountMark.Of(Owner, to))
            .Button(to.Text<ResetMailText>("Set"), to.Link(LinkPurpose.PasswordReset, Token))
            .List([to.Text<ResetMailText>("Until", to.Time(Until)), to.Text<ResetMailText>("Once"), to.Text<ResetMailText>("Released")])
            .IfNotYours(to.Text<ResetMailText>("NotYours"));
    }

    /// <summary>Keeps the link out of logs and exception texts (AU-05).</summary>
    public override string ToString() => nameof(ResetLinkMail);
}

/// <summary>Tells the owner alone when a reset is possible again (RESET-2); the screen says nothing of it.</summary>
/// <param name="Owner">Whose it is: several accounts may share a mailbox.</param>
/// <param name="TooManyMismatches">Otherwise a reset was completed not long ago.</param>
public sealed record ResetLaterMail(PortalUser Owner, DateTimeOffset Until, bool TooManyMismatches) : PortalMail
{
    public override string Kind => "reset-later";

    public override MailCap? Cap => MailCap.Notice;

    public override MailBody Write(MailContext to)
    {
        ArgumentNullException.ThrowIfNull(to);
        var why = TooManyMismatches ? "Mismatches" : "Pause";
        return new MailBody(to.Text<ResetMailText>("Later.Subject"))
            .Paragraph(to.Text<ResetMailText>("Later." + why, to.Time(Until)))
            .Facts(AccountMark.Of(Owner, to))
            .IfNotYours(to.Text<ResetMailText>($"Later.{why}.NotYours"));
    }
}

public sealed class ResetMailText;
