using Portal.Web.Domain.AuthenticationUnits;
using Portal.Web.Http.Languages;
using Portal.Web.Mail;
using Portal.Web.Mail.Notices;

namespace Portal.Web.Features.AuthenticationUnits;

/// <summary>
/// What a changed unit owes to those who signed in by the old one, and to those who do by the new one.
/// </summary>
internal sealed class UnitNotices() : NoticeContribution(
    [new(UnitEvents.Changed, "to the owner, also of a number that signs in no more", Mails)])
{
    private static IEnumerable<Notice> Mails(NoticeCause cause) => UnitNotice.HasLeft(cause) && MailRecipient.Of(cause.User) is { } gone
        ? [new Notice(gone with { UserId = null }, new UnitNotice(cause))]
        : Notice.ToOwner(cause, new UnitNotice(cause));
}

/// <summary>
/// By which numbers one signs in from now on, as the page shows them: in full, since others end (UNIT-2).
/// </summary>
internal sealed record UnitNotice(NoticeCause Cause) : AccountNotice(Cause, "Notice")
{
    /// <summary>The number signs in no more, and its account is gone.</summary>
    public static bool HasLeft(NoticeCause cause)
    {
        ArgumentNullException.ThrowIfNull(cause);
        return cause.Detail("email") is not null;
    }

    protected override string Words(MailContext to, string key) => to.Text<UnitText>(key);

    protected override void Advise(MailBody body, MailContext to)
    {
        ArgumentNullException.ThrowIfNull(body);
        ArgumentNullException.ThrowIfNull(to);
        if (HasLeft(Cause))
        {
            body.Paragraph(to.Text<UnitText>("Notice.Left"));
        }

        string[] numbers = (Cause.Detail("numbers") ?? "").Split(' ', StringSplitOptions.RemoveEmptyEntries);
        body.Paragraph(to.Text<UnitText>("Notice.Numbers")).List(numbers.Select(TelephoneDisplay.National));
    }
}
