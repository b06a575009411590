using System.Collections.Frozen;

namespace Portal.Web.Mail.Notices;

/// <summary>
/// The one table "event → notice" (architecture 3), from the rows of all rooms. No tenant and no user can switch a row
/// of it off (ML-07).
/// </summary>
internal sealed class NoticeTable(IEnumerable<NoticeContribution> contributions)
{
    private readonly FrozenDictionary<string, NoticeRow> rows =
        contributions.SelectMany(room => room.Rows).ToFrozenDictionary(row => row.Kind);

    public bool Concerns(string kind) => rows.ContainsKey(kind);

    public IEnumerable<Notice> For(NoticeCause cause) => rows[cause.Event.Kind].Mails(cause);
}
