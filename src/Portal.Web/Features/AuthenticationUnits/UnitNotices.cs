using Portal.Web.Domain.AuthenticationUnits;
using Portal.Web.Mail;
using Portal.Web.Mail.Notices;

namespace Portal.Web.Features.AuthenticationUnits;

/// <summary>What a changed unit owes to those who sign in by it.</summary>
internal sealed class UnitNotices() : NoticeContribution(
    [new(UnitEvents.Changed, "to the owner", cause => Notice.ToOwner(cause, new UnitNotice(cause)))]);

/// <summary>By which number one signs in from now on; its end is among the facts.</summary>
internal sealed record UnitNotice(NoticeCause Cause) : AccountNotice(Cause, "Notice")
{
    protected override string Words(MailContext to, string key) => to.Text<UnitText>(key);
}
