using Portal.Web.Data.Entities;

namespace Portal.TestKit.World;

/// <summary>Mails that are or were owed.</summary>
public sealed class StoredMails : StoredRows<OutboxMessage>
{
    internal StoredMails(WorldSource source)
        : base(source)
    {
    }

    public Task<long> CountToAsync(string recipient) => CountAsync(mail => mail.Recipient == recipient);

    public Task<long> CountToAsync(Guid recipient) => CountAsync(mail => mail.RecipientUserId == recipient);

    public Task<long> CountOfAsync(string kind) => CountAsync(mail => mail.Kind == kind);

    /// <summary>In the order in which they were owed.</summary>
    public Task<IReadOnlyList<string>> RecipientsAsync() =>
        AskAsync(mails => mails.OrderBy(mail => mail.CreatedAt).ThenBy(mail => mail.Recipient).Select(mail => mail.Recipient));
}
