namespace Portal.Web.Mail.Notices;

/// <summary>Tells somebody for which other contract it may work, or no longer.</summary>
internal sealed record MembershipNotice(NoticeCause Cause, string Name) : AccountNotice(Cause, Name)
{
    protected override void Advise(MailBody body, MailContext to) =>
        body.Facts([(to.Text<NoticeText>("MembershipContract"), Cause.Detail("contract"))]);
}
