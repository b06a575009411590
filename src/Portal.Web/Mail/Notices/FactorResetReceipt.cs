using Portal.Web.Tenancy.Profiles;

namespace Portal.Web.Mail.Notices;

/// <summary>
/// For the one who took somebody's second factor away: whoever acts with a stolen account gives itself away by it
/// (MF-14).
/// </summary>
/// <param name="LoginId">Whose it was.</param>
/// <param name="Site">Name of the tenant.</param>
public sealed record FactorResetReceipt(string LoginId, LocalText Site, DateTimeOffset At, string Reason) : PortalMail
{
    public override string Kind => "factor-reset-receipt";

    public override MailBody Write(MailContext to)
    {
        ArgumentNullException.ThrowIfNull(to);
        return new MailBody(to.Text<NoticeText>("FactorReset.Subject"))
            .Paragraph(to.Text<NoticeText>("FactorReset.Lead"))
            .Facts(
                (to.Text<NoticeText>("When"), to.Time(At)),
                (to.Text<NoticeText>("FactorReset.Site"), Site.In(to.Language)),
                (to.Text<NoticeText>("LoginId"), Unlinked.Of(LoginId)),
                (to.Text<NoticeText>("FactorReset.Reason"), Reason))
            .IfNotYours(to.Text<NoticeText>("FactorReset.NotYours"));
    }
}
