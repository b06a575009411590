namespace Portal.Web.Mail.Notices;

/// <summary>
/// Names an ID in full, as few notices do: without it nobody could sign in with the new one (CONT-3).
/// </summary>
internal sealed record LoginIdNotice(NoticeCause Cause) : AccountNotice(Cause, "LoginIdChanged")
{
    protected override void Advise(MailBody body, MailContext to) =>
        body.Facts([(to.Text<NoticeText>("LoginIdChanged.New"), Unlinked.Of(Cause.Detail("to") ?? ""))])
            .Button(to.Text<NoticeText>("SignIn"), to.Link("/login"));
}
