namespace Portal.Web.Mail.Notices;

/// <summary>Names the passkey as its owner called it, or a hijacker did.</summary>
internal sealed record PasskeyNotice(NoticeCause Cause, string Name) : AccountNotice(Cause, Name)
{
    protected override string Lead(MailContext to) => to.Text<NoticeText>(Name + ".Lead", Unlinked.Of(Cause.Detail("name") ?? ""));
}
