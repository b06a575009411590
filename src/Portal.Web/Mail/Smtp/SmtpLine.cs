using MailKit.Net.Smtp;

namespace Portal.Web.Mail.Smtp;

/// <summary>One connection, which serves one sender at a time, mail after mail.</summary>
internal sealed class SmtpLine(SmtpClient client, TimeProvider clock) : IDisposable
{
    /// <summary>How long it is kept while nobody has mail; servers hang up after a minute or more.</summary>
    public static readonly TimeSpan Rest = TimeSpan.FromSeconds(15);

    private const int Most = 100;

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(3);

    private int mails;
    private bool broken;
    private long lastUse = clock.GetTimestamp();

    /// <summary>
    /// May it take another mail? Servers count the mails of a connection, and one that lives for ever never sees the
    /// other hosts behind a name.
    /// </summary>
    public bool IsUsable => !broken && client.IsConnected && mails < Most;

    public bool HasRested => clock.GetElapsedTime(lastUse) >= Rest;

    /// <summary>
    /// A refusal (<see cref="SmtpCommandException"/>) is of this mail alone; after anything else nobody knows what the
    /// server waits for, and the line is of no more use.
    /// </summary>
    public async Task SendAsync(SmtpEnvelope mail, CancellationToken cancellationToken)
    {
        (broken, mails) = (true, mails + 1);
        try
        {
            await client.SendAsync(mail.Message, mail.Sender, [mail.Recipient], cancellationToken);
            broken = false;
        }
        catch (SmtpCommandException)
        {
            broken = false;
            throw;
        }
        finally
        {
            lastUse = clock.GetTimestamp();
        }
    }

    /// <summary>Is the server still there? Asked before a mail, because a mail that breaks off has to wait.</summary>
    public async Task<bool> AnswersAsync(CancellationToken cancellationToken)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        limit.CancelAfter(Patience);
        try
        {
            await client.NoOpAsync(limit.Token);
            return true;
        }
#pragma warning disable CA1031 // however it fails, another connection is opened
        catch (Exception)
#pragma warning restore CA1031
        {
            return false;
        }
    }

    /// <summary>Takes leave of the server. Never throws: the mails are told already.</summary>
    public async Task CloseAsync()
    {
        using var limit = new CancellationTokenSource(Patience);
        try
        {
            await client.DisconnectAsync(quit: !broken, limit.Token);
        }
#pragma warning disable CA1031 // see above
        catch (Exception)
#pragma warning restore CA1031
        {
            // Then it goes without a word.
        }

        client.Dispose();
    }

    public void Dispose() => client.Dispose();
}
