using System.Diagnostics.Metrics;
using Portal.Web.Data;
using Portal.Web.Data.Entities;
using Portal.Web.Metrics;

namespace Portal.Web.Outbox;

/// <summary>Remembers in one unit of work what is owed, and rings once that is true.</summary>
public sealed class OutboxSignal(OutboxWaker waker) : ICommitListener
{
    private static readonly Counter<long> Queued = PortalMetrics.Meter.CreateCounter<long>(
        "portal.outbox.queued", description: "Messages that came to be owed, by channel");

    private readonly List<OutboxChannel> owed = [];

    public void Owe(OutboxChannel channel) => owed.Add(channel);

    public void Committed()
    {
        foreach (var (channel, messages) in owed.CountBy(channel => channel))
        {
            Queued.Add(messages, new KeyValuePair<string, object?>("channel", channel.ToString()));
            waker.Ring(channel);
        }

        owed.Clear();
    }
}
