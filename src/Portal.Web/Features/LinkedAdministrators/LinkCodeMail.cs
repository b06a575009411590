using Portal.Web.Data.Entities;
using Portal.Web.Mail;
using Portal.Web.Mail.Marks;

namespace Portal.Web.Features.LinkedAdministrators;

/// <summary>The code with which an administrator ID is linked (AZ-09); goes to the owner of that ID.</summary>
/// <param name="Owner">Whose ID it is.</param>
/// <param name="Manager">Who links it.</param>
/// <param name="Code">Six digits; nothing else may keep it.</param>
/// <param name="Until">The code's end; after it the mail is not sent any more.</param>
public sealed record LinkCodeMail(PortalUser Owner, PortalUser Manager, string Code, DateTimeOffset Until, string? Address,
    string? Browser) : PortalMail
{
    public override string Kind => "link-code";

    public override DateTimeOffset? ValidUntil => Until;

    public override MailBody Write(MailContext to)
    {
        ArgumentNullException.ThrowIfNull(to);
        var minutes = (int)Math.Ceiling((Until - to.Now).TotalMinutes);
        return new MailBody(to.Text<LinkedText>("Mail.Subject"))
            .Paragraph(to.Text<LinkedText>("Mail.Lead", Manager.UserName!, minutes))
            .Code(to.Text<LinkedText>("Mail.Code"), Code)
            .Paragraph(to.Text<LinkedText>("Mail.Secret"))
            .Facts(
                AccountMark.Of(Owner, to),
                (to.Text<LinkedText>("Mail.Until"), to.Time(Until)),
                (to.Text<LinkedText>("Mail.Address"), Address),
                (to.Text<LinkedText>("Mail.Browser"), Browser))
            .IfNotYours(to.Text<LinkedText>("Mail.NotYours"));
    }

    /// <summary>Keeps the code out of logs and exception texts (AU-05).</summary>
    public override string ToString() => nameof(LinkCodeMail);
}
