using Microsoft.EntityFrameworkCore;
using Portal.Web.Data.Entities;

namespace Portal.TestKit.World;

/// <summary>Mails that are or were owed.</summary>
public sealed class StoredMails : StoredRows<OutboxMessage>
{
    private const string Refusing = """
        CREATE FUNCTION no_mail() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RAISE EXCEPTION 'no more mails'; END $$;
        """;

    private const string Cutting = """
        CREATE FUNCTION no_mail() RETURNS trigger LANGUAGE plpgsql
        AS $$ BEGIN PERFORM pg_terminate_backend(pg_backend_pid()); RETURN NEW; END $$;
        """;

    private const string Attached = """
        CREATE TRIGGER no_mail BEFORE INSERT ON "Outbox" FOR EACH ROW WHEN (NEW."Channel" = 'Mail') EXECUTE FUNCTION no_mail();
        """;

    internal StoredMails(WorldSource source)
        : base(source)
    {
    }

    /// <summary>From now on the database refuses every mail, or cuts the connection over it (FD-02).</summary>
    public Task BreakAsync(bool cutsConnection) => RunAsync((cutsConnection ? Cutting : Refusing) + Attached);

    /// <summary>Takes mails again.</summary>
    public Task MendAsync() => RunAsync("DROP FUNCTION no_mail() CASCADE");

    public Task<long> CountToAsync(string recipient) => CountAsync(mail => mail.Recipient == recipient);

    public Task<long> CountToAsync(Guid recipient) => CountAsync(mail => mail.RecipientUserId == recipient);

    public Task<long> CountOfAsync(string kind) => CountAsync(mail => mail.Kind == kind);

    /// <summary>In the order in which they were owed.</summary>
    public Task<IReadOnlyList<string>> RecipientsAsync() =>
        AskAsync(mails => mails.OrderBy(mail => mail.CreatedAt).ThenBy(mail => mail.Recipient).Select(mail => mail.Recipient));
}
