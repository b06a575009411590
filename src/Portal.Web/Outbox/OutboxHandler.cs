using System.Diagnostics.Metrics;
using Portal.Web.Data.Entities;
using Portal.Web.Metrics;

namespace Portal.Web.Outbox;

/// <summary>One try of one claimed message, from its delivery to the row that says what became of it.</summary>
internal sealed partial class OutboxHandler(IServiceScopeFactory scopes, TimeProvider clock, ILogger<OutboxHandler> log)
{
    private static readonly Counter<long> Tries = PortalMetrics.Meter.CreateCounter<long>(
        "portal.outbox.tries", description: "Tries that ended, by channel and by what the message is since then");

    /// <summary>
    /// Never throws: a row that cannot be settled goes again when its lease is over. What was begun is brought to its
    /// end also while the application stops: a message half told would go twice.
    /// </summary>
    public async Task HandleAsync(ClaimedMessage message, IOutboxChannel channel)
    {
        using var span = PortalMetrics.Work.StartActivity($"outbox {channel.Channel}");
        try
        {
            await SettleAsync(message, channel.Channel, await JudgeAsync(message, channel));
        }
#pragma warning disable CA1031 // see above
        catch (Exception e)
#pragma warning restore CA1031
        {
            LogUnsettled(e, message.MessageId);
        }
    }

    private async Task<OutboxVerdict> JudgeAsync(ClaimedMessage message, IOutboxChannel channel) =>
        message.ValidUntil <= clock.GetUtcNow()
            ? OutboxVerdict.Expired
            : OutboxVerdict.Of(await DeliverAsync(message, channel), message, clock.GetUtcNow(), Random.Shared.NextDouble());

    private async Task SettleAsync(ClaimedMessage message, OutboxChannel channel, OutboxVerdict verdict)
    {
        await using var scope = scopes.CreateAsyncScope();
        if (!await scope.ServiceProvider.GetRequiredService<OutboxRows>().SettleAsync(message, channel, verdict))
        {
            LogLate(message.MessageId);
            return;
        }

        Tries.Add(1, new("channel", channel.ToString()), new("outcome", verdict.State.ToString()));
        if (verdict.Error is not null)
        {
            LogUnsent(message.MessageId, message.Kind, message.Tries, verdict.State);
        }
    }

    // A row that breaks its sender must not stop the rows behind it (OB-04).
    private static async Task<Delivery> DeliverAsync(ClaimedMessage message, IOutboxChannel channel)
    {
        if (message.Tries > OutboxSchedule.Tries)
        {
            return new Delivery.Refused("Every try ended without a word.");
        }

        try
        {
            return await channel.DeliverAsync(message, CancellationToken.None);
        }
#pragma warning disable CA1031 // see above
        catch (Exception e)
#pragma warning restore CA1031
        {
            return new Delivery.Deferred($"{e.GetType().Name}: {e.Message}");
        }
    }

    [LoggerMessage(4, LogLevel.Error, "Message {MessageId} could not be settled.")]
    private partial void LogUnsettled(Exception e, string messageId);

    [LoggerMessage(2, LogLevel.Warning, "Message {MessageId}: another worker has taken it meanwhile; nothing was recorded.")]
    private partial void LogLate(string messageId);

    [LoggerMessage(3, LogLevel.Warning, "Message {MessageId} ({Kind}) was not sent at try {Try}: {State}.")]
    private partial void LogUnsent(string messageId, string kind, int @try, OutboxState state);
}
