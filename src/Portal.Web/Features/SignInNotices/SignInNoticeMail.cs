using Portal.Web.Data.Entities;
using Portal.Web.Mail;
using Portal.Web.Mail.Marks;

namespace Portal.Web.Features.SignInNotices;

/// <summary>"Somebody signed in" (NOTICE-1), with the link for an owner who knows nothing of it.</summary>
/// <param name="Owner">Whose sign-in it was: several accounts may share a mailbox.</param>
/// <param name="Token">Nothing else may keep it.</param>
/// <param name="Until">The link's end; after it the mail is not sent any more.</param>
public sealed record SignInNoticeMail(PortalUser Owner, DateTimeOffset At, string? Address, string? Browser, string Token,
    DateTimeOffset Until) : PortalMail
{
    public override string Kind => "sign-in-notice";

    public override DateTimeOffset? ValidUntil => Until;

    public override MailBody Write(MailContext to)
    {
        ArgumentNullException.ThrowIfNull(to);
        return new MailBody(to.Text<SignInNoticeMailText>("Subject"))
            .Paragraph(to.Text<SignInNoticeMailText>("Lead"))
            .Facts(
                AccountMark.Of(Owner, to),
                (to.Text<SignInNoticeMailText>("At"), to.Time(At)),
                (to.Text<SignInNoticeMailText>("Address"), Address),
                (to.Text<SignInNoticeMailText>("Browser"), Browser))
            .Paragraph(to.Text<SignInNoticeMailText>("NotMe"))
            .Button(to.Text<SignInNoticeMailText>("NotMeButton"), to.Link(LinkPurpose.NotMe, Token))
            .Paragraph(to.Text<SignInNoticeMailText>("Until", to.Time(Until)))
            .IfNotYours(to.Text<SignInNoticeMailText>("NotYours"));
    }

    /// <summary>Keeps the link out of logs and exception texts (AU-05).</summary>
    public override string ToString() => nameof(SignInNoticeMail);
}

/// <summary>Tells the provider's people that a user disowned a sign-in.</summary>
public sealed record DisownedReportMail(string LoginId, string? Contract, DateTimeOffset ReportedAt, DateTimeOffset? SignInAt,
    string? Address, string? Browser) : PortalMail
{
    public override string Kind => "sign-in-disowned-report";

    public override MailBody Write(MailContext to)
    {
        ArgumentNullException.ThrowIfNull(to);
        return new MailBody(to.Text<SignInNoticeMailText>("Report.Subject"))
            .Paragraph(to.Text<SignInNoticeMailText>("Report.Lead"))
            .Facts(
                (to.Text<SignInNoticeMailText>("Report.LoginId"), Unlinked.Of(LoginId)),
                (to.Text<SignInNoticeMailText>("Report.Contract"), Contract),
                (to.Text<SignInNoticeMailText>("Report.At"), to.Time(ReportedAt)),
                (to.Text<SignInNoticeMailText>("Report.SignIn"), SignInAt is { } at ? to.Time(at) : null),
                (to.Text<SignInNoticeMailText>("Address"), Address),
                (to.Text<SignInNoticeMailText>("Browser"), Browser))
            .Paragraph(to.Text<SignInNoticeMailText>(ReleasedByManagers(to) ? "Report.Next" : "Report.NextByStaff"))
            .Because(to.Text<SignInNoticeMailText>("Report.Because"))
            .IfNotYours(to.Text<SignInNoticeMailText>("Report.NotYours"));
    }

    private static bool ReleasedByManagers(MailContext to) =>
        to.Tenant.Profile is { Operators.EveryUser: false } profile && profile.Lockout.ReleasedBy?.Contains("manager") == true;
}

public sealed class SignInNoticeMailText;
