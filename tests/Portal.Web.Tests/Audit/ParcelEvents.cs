using Portal.Web.Audit;
using Portal.Web.Mail;
using Portal.Web.Mail.Notices;

namespace Portal.Web.Tests.Audit;

/// <summary>A room that nobody else in the house knows: its kind of event, with a group of its own.</summary>
internal sealed class ParcelEvents() : EventContribution(typeof(ParcelText),
    [new(Arrived, "A parcel is handed in") { Group = Group }])
{
    public const string Arrived = "parcel-arrived";
    public const string Group = "parcel";
}

/// <summary>What that room's feature mails.</summary>
internal sealed class ParcelNotices() : NoticeContribution(
    [new(ParcelEvents.Arrived, "to the owner", cause => Notice.ToOwner(cause, new ParcelNotice(cause)))]);

internal sealed record ParcelNotice(NoticeCause Cause) : AccountNotice(Cause, "Arrived")
{
    protected override string Words(MailContext to, string key) => to.Text<ParcelText>(key);
}

internal sealed class ParcelText;
