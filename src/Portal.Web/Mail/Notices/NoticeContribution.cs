namespace Portal.Web.Mail.Notices;

/// <summary>What one kind of event owes.</summary>
/// <param name="Told">To whom and what, for the table of acts and events in the docs.</param>
/// <param name="Mails">None where this one event owes nothing.</param>
internal sealed record NoticeRow(string Kind, string Told, Func<NoticeCause, IEnumerable<Notice>> Mails)
{
    /// <summary>A notice to the owner that only its words tell from others.</summary>
    public static NoticeRow Plain(string kind, string words) =>
        new(kind, "to the owner", cause => Notice.ToOwner(cause, new AccountNotice(cause, words)));
}

/// <summary>
/// The notices that one room contributes, registered by that room. A room of Domain mails nothing: its feature does, or
/// for accounts Mail itself.
/// </summary>
internal abstract class NoticeContribution(IReadOnlyList<NoticeRow> rows)
{
    public IReadOnlyList<NoticeRow> Rows { get; } = rows;
}
