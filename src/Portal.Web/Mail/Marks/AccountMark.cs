using Portal.Rules.Text;
using Portal.Web.Data.Entities;

namespace Portal.Web.Mail.Marks;

/// <summary>
/// Which account a mail is about, for somebody with several on one mailbox: enough to tell them apart, and not what a
/// reader of the mailbox would need to sign in (TEMP-1).
/// </summary>
internal static class AccountMark
{
    private const int ShownOfId = 3;

    /// <returns>Label and value; null as value where nothing may be told.</returns>
    public static (string Label, string? Value) Of(PortalUser user, MailContext to) => EndOfId(user, to) is null && user.DisplayName is
    { Length: > 0 } name && name != user.UserName
            ? (to.Text<MailText>("Name"), Unlinked.Of(name))
            : (to.Text<MailText>("LoginId"), EndOfId(user, to));

    public static string? EndOfId(PortalUser user, MailContext to) =>
        user.UserName is { Length: > 2 * ShownOfId } id && !id.Contains('@', StringComparison.Ordinal)
            ? to.Text<MailText>("LastOfId", Shortened.End(id, ShownOfId))
            : null;
}
