using Portal.Web.Domain.Accounts.LinkedAdministrators;
using Portal.Web.Mail;
using Portal.Web.Mail.Notices;

namespace Portal.Web.Features.LinkedAdministrators;

/// <summary>What links owe to the owner of the administrator ID.</summary>
internal sealed class LinkNotices() : NoticeContribution(
    [
        new(LinkEvents.Linked, "to the owner of the administrator ID: who has linked it, and where a link is cut",
            cause => Notice.ToOwner(cause, new LinkNotice(cause, "Linked"))),
        new(LinkEvents.Unlinked, "to the owner of the administrator ID", cause => Notice.ToOwner(cause, new LinkNotice(cause, "Unlinked"))),
    ]);

/// <summary>Names the linked manager: whom one lets in, one knows.</summary>
internal sealed record LinkNotice(NoticeCause Cause, string What) : AccountNotice(Cause, "Notice." + What)
{
    protected override string Words(MailContext to, string key) => to.Text<LinkedText>(key);

    protected override string Lead(MailContext to) => to.Text<LinkedText>(Name + ".Lead", Cause.Detail("manager") ?? "–");

    protected override void Advise(MailBody body, MailContext to)
    {
        if (What == "Linked")
        {
            body.Button(to.Text<LinkedText>("Notice.See"), to.Link(LinkedPaths.Managers.TrimStart('~')))
                .IfNotYours(to.Text<LinkedText>("Notice.NotYours"));
        }
    }
}
