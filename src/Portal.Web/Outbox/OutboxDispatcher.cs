using Microsoft.Extensions.Options;
using Portal.Web.Data.Entities;
using Portal.Web.Data.Starting;
using Portal.Web.Mail;

namespace Portal.Web.Outbox;

/// <summary>
/// Sends what is owed. A row is claimed and committed, then sent, then settled and committed: whoever dies in between
/// leaves a lease that runs out, and the mail goes again under the same Message-ID (OB-02).
/// </summary>
public sealed partial class OutboxDispatcher(
    IServiceScopeFactory scopes,
    IMailTransport transport,
    OutboxBodies bodies,
    OutboxWaker waker,
    IOptions<WorkerOptions> options,
    TimeProvider clock,
    ILogger<OutboxDispatcher> log) : BackgroundService
{
    // Two rounds of sending at the longest time limit end well within the lease.
    private const int AtOnce = 4;
    private const int Batch = 2 * AtOnce;

    private static readonly TimeSpan Poll = TimeSpan.FromSeconds(2);
    private static readonly TimeSpan PauseAfterFailure = TimeSpan.FromSeconds(15);

    /// <summary>Handles one batch of what is due.</summary>
    /// <returns>How many rows were handled; 0 when nothing was due.</returns>
    public async Task<int> RunOnceAsync(CancellationToken cancellationToken)
    {
        IReadOnlyList<ClaimedMail> rows;
        await using (var scope = scopes.CreateAsyncScope())
        {
            rows = await scope.ServiceProvider.GetRequiredService<OutboxRows>().ClaimAsync(Batch, cancellationToken);
        }

        await Parallel.ForEachAsync(rows, new ParallelOptions { MaxDegreeOfParallelism = AtOnce, CancellationToken = cancellationToken },
            (row, _) => TryHandleAsync(row));
        return rows.Count;
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        if (!options.Value.Workers)
        {
            return;
        }

        while (!stoppingToken.IsCancellationRequested)
        {
            var pause = await TryAsync(stoppingToken) ? Poll : PauseAfterFailure;
            await waker.WaitAsync(pause, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    // An exception out of here would stop the whole application; the database may just be away.
    private async Task<bool> TryAsync(CancellationToken stoppingToken)
    {
        try
        {
            while (await RunOnceAsync(stoppingToken) > 0)
            {
            }

            return true;
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // What was claimed and not begun is taken up when its lease is over.
            return true;
        }
#pragma warning disable CA1031 // any other way of failing is tried again at the next look
        catch (Exception e)
#pragma warning restore CA1031
        {
            LogFailedRound(e);
            return false;
        }
    }

    // A row that cannot be settled goes again when its lease is over; an exception would take the rest of the batch
    // with it (OB-04).
    private async ValueTask TryHandleAsync(ClaimedMail row)
    {
        try
        {
            await HandleAsync(row);
        }
#pragma warning disable CA1031 // see above
        catch (Exception e)
#pragma warning restore CA1031
        {
            LogUnsettled(e, row.MessageId);
        }
    }

    // What was begun is brought to its end also while the application stops: a mail half told would go twice.
    private async ValueTask HandleAsync(ClaimedMail row)
    {
        var verdict = row.ValidUntil <= clock.GetUtcNow()
            ? OutboxVerdict.Expired
            : OutboxVerdict.Of(await DeliverAsync(row), row, clock.GetUtcNow(), Random.Shared.NextDouble());
        await using var scope = scopes.CreateAsyncScope();
        if (!await scope.ServiceProvider.GetRequiredService<OutboxRows>().SettleAsync(row, verdict))
        {
            LogLate(row.MessageId);
        }
        else if (verdict.Error is not null)
        {
            LogUnsent(row.MessageId, row.Kind, row.Tries, verdict.State);
        }
    }

    // A row that breaks its sender must not stop the rows behind it (OB-04).
    private async Task<MailDelivery> DeliverAsync(ClaimedMail row)
    {
        if (row.Tries > OutboxSchedule.Tries)
        {
            return new MailDelivery.Refused("Every try ended without a word.");
        }

        try
        {
            var body = bodies.Unprotect(row.TenantId, row.ProtectedBody!);
            var mail = new OutgoingMail(row.MessageId, row.SenderName, row.SenderAddress, row.Recipient, row.Subject, body.Text, body.Html);
            return await transport.SendAsync(mail, CancellationToken.None);
        }
#pragma warning disable CA1031 // see above
        catch (Exception e)
#pragma warning restore CA1031
        {
            return new MailDelivery.Deferred($"{e.GetType().Name}: {e.Message}");
        }
    }

    [LoggerMessage(1, LogLevel.Error, "Mail could not be looked for or settled.")]
    private partial void LogFailedRound(Exception e);

    [LoggerMessage(4, LogLevel.Error, "Mail {MessageId} could not be settled.")]
    private partial void LogUnsettled(Exception e, string messageId);

    [LoggerMessage(2, LogLevel.Warning, "Mail {MessageId}: another worker has taken it meanwhile; nothing was recorded.")]
    private partial void LogLate(string messageId);

    [LoggerMessage(3, LogLevel.Warning, "Mail {MessageId} ({Kind}) was not sent at try {Try}: {State}.")]
    private partial void LogUnsent(string messageId, string kind, int @try, OutboxState state);
}
