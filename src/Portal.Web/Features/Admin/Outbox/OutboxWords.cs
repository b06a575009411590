using Microsoft.Extensions.Localization;
using Portal.Web.Audit;

namespace Portal.Web.Features.Admin.Outbox;

/// <summary>
/// What mails and webhooks are called in the reader's language; what has no word stands as it is named.
/// </summary>
public sealed class OutboxWords(AuditWords words, IStringLocalizer<AdminText> text)
{
    /// <param name="kind">As it is stored, such as "sign-in-code"; a notice is named for the event it tells.</param>
    public string Kind(string kind)
    {
        ArgumentNullException.ThrowIfNull(kind);
        return kind.Split('-', 2) is ["notice", var told] ? text["MailKind.notice", words.Kind(told)]
            : text["MailKind." + kind] is { ResourceNotFound: false } known ? known
            : kind;
    }
}
