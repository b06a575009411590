using System.Globalization;

namespace Portal.Web.Mail.Notices;

/// <summary>A temporary password was given; until when it lives, never what it is (TEMP-2, TEMP-5).</summary>
internal sealed record TemporaryPasswordNotice(NoticeCause Cause, string Name) : AccountNotice(Cause, Name)
{
    protected override void Advise(MailBody body, MailContext to) => body.Facts((to.Text<NoticeText>("Until"),
        DateTimeOffset.TryParse(Cause.Detail("expires"), CultureInfo.InvariantCulture, out var until) ? to.Time(until) : null));
}
