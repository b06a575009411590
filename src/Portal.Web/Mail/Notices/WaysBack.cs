using Portal.Rules.TemporaryPasswords;
using Portal.Web.Data.Entities;

namespace Portal.Web.Mail.Notices;

/// <summary>
/// How this tenant lets somebody back in: as its profile says, and as far as this account can go that way (LOCK-7).
/// </summary>
internal static class WaysBack
{
    public static void Write(MailBody body, MailContext to, NoticeCause cause, DateTimeOffset? until, bool passwordIsVoid)
    {
        body.Paragraph(to.Text<NoticeText>("Ways")).List(Ways(to, cause, until, passwordIsVoid));
        if (ByOneself(to, cause.User, passwordIsVoid))
        {
            body.Button(to.Text<NoticeText>("Unlock"), to.Link("/unlock"));
        }
    }

    private static IEnumerable<string> Ways(MailContext to, NoticeCause cause, DateTimeOffset? until, bool passwordIsVoid)
    {
        var temporary = to.Tenant.TemporaryPasswords;
        if (until is { } end)
        {
            yield return to.Text<NoticeText>("Way.Time", to.Time(end));
        }

        if (ByOneself(to, cause.User, passwordIsVoid))
        {
            yield return to.Text<NoticeText>(temporary.ByMail ? "Way.Mail" : "Way.Reset");
        }

        if (temporary.ByPhone && MayUseTemporary(to, passwordIsVoid))
        {
            yield return to.Text<NoticeText>("Way.Phone");
        }

        if (cause.HasManager && By(to, "manager", TemporaryPasswordOrigin.Manager, passwordIsVoid) is { } byManager)
        {
            yield return to.Text<NoticeText>("Way.Manager." + byManager, AccountNotice.Manager(to));
        }

        if (By(to, "staff", TemporaryPasswordOrigin.Staff, passwordIsVoid) is { } byStaff)
        {
            yield return to.Text<NoticeText>("Way.Staff." + byStaff);
        }
    }

    private static bool ByOneself(MailContext to, PortalUser user, bool passwordIsVoid) =>
        to.Tenant.TemporaryPasswords.ByMail
            ? user.KeywordHash is not null && MayUseTemporary(to, passwordIsVoid)
            : to.Tenant.HasReset(user.Door) && (passwordIsVoid || Releases(to, "reset"));

    // What somebody can ask of a manager or of staff: a release, or where none is possible a temporary password.
    private static string? By(MailContext to, string who, TemporaryPasswordOrigin origin, bool passwordIsVoid) =>
        !passwordIsVoid && Releases(to, who) ? "Release"
        : to.Tenant.TemporaryPasswords.Allows(origin) && MayUseTemporary(to, passwordIsVoid) ? "TemporaryPassword"
        : null;

    private static bool MayUseTemporary(MailContext to, bool passwordIsVoid) => passwordIsVoid || Releases(to, "temporaryPassword");

    private static bool Releases(MailContext to, string who) => to.Tenant.Profile.Lockout.ReleasedBy?.Contains(who) ?? false;
}
